package replicationlab.run;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;

/**
 * Which steps of a lab deal with what a message is about: the last whose actions name it, or, of a
 * settings file that is refused, all that write what may be at fault.
 */
final class StepOfMessage {

  private record Topic(Pattern message, Pattern action) {}

  private static Topic topic(String message, String action) {
    return new Topic(
        Pattern.compile(message, Pattern.CASE_INSENSITIVE),
        Pattern.compile(action, Pattern.CASE_INSENSITIVE));
  }

  private static final String MAKES_A_STANDBY = "primary_conninfo";

  private static final List<Topic> TOPICS =
      List.of(
          topic("pg_hba|connection type", "pg_hba|replication\\s+all"),
          topic("max_wal_senders|wal_level|WAL level", "wal_level"),
          topic("postmaster\\.pid", "postmaster\\.pid"),
          topic(
              "Address already in use|could not create any TCP|\\.s\\.PGSQL.* already exists"
                  + "|already running on port",
              "(?m)^port\\s*="),
          topic(
              "primary server|Connection refused|role .* does not exist|WAL sender|not yet"
                  + " accepting|recovery\\.conf|standby_mode|when standby mode is not enabled"
                  + "|regularly poll|connection (option|string|info string)",
              MAKES_A_STANDBY),
          topic("already been removed", "wal_keep"),
          // With a backup_label that was copied (up to 14) or written (since 15) a server that is
          // no standby does not wait for the backup's end, which is still to be streamed. Only the
          // hint of 9.6 to 14 that names the function speaks of a backup that nobody ended.
          topic("must be ended with pg_stop_backup", "pg_(backup_)?stop"),
          topic(
              "WAL ends before end of online backup|All WAL generated while online backup",
              MAKES_A_STANDBY),
          topic("backup is already in progress", "pg_(backup_)?start"),
          topic(
              "online backup|backup (is )?not in progress|pg_(backup_)?stop", "pg_(backup_)?stop"),
          topic(
              "system identifier|magic number|(valid|required) checkpoint record|redo location"
                  + "|invalid page",
              "\\bcp\\b"),
          topic("hot.standby|system is not accepting connections", "hot_standby"),
          topic("read-only transaction", "INSERT"));

  private StepOfMessage() {}

  /** The words of all, for whoever looks whether a version has them. */
  static Stream<Pattern> words() {
    return TOPICS.stream().map(Topic::message);
  }

  static List<Step> find(String line, Lab lab, int major) {
    return RefusedFiles.of(line)
        .map(refusal -> writing(refusal, lab, major))
        .orElseGet(() ->
            TOPICS.stream()
                .filter(topic -> topic.message().matcher(line).find())
                .findFirst()
                .map(topic -> lastWith(topic.action(), lab, major))
                .orElse(List.of()));
  }

  private static List<Step> lastWith(Pattern words, Lab lab, int major) {
    return lab.steps().reversed().stream()
        .filter(step ->
            step.actionsFor(major).stream()
                .map(Action::text)
                .anyMatch(text -> words.matcher(text).find()))
        .limit(1)
        .toList();
  }

  /** Those that set the parameter; if it is in none, or not known, those that write the file. */
  private static List<Step> writing(RefusedFiles.Refusal refusal, Lab lab, int major) {
    if (refusal.file().endsWith("pg_hba.conf")) {
      return with(lab, major, action -> action instanceof Action.HbaLines);
    }
    // wal_keep_segments is wal_keep_size since 13, and the step is the same.
    String name = refusal.parameter().toLowerCase(Locale.ROOT);
    String stem =
        name.startsWith("wal_keep") ? "wal_keep" : name.equals("standby_mode") ? "primary_" : name;
    Pattern sets = Pattern.compile("(?mi)^\\s*" + Pattern.quote(stem));
    List<Step> setting =
        stem.isEmpty()
            ? List.of()
            : with(
                lab,
                major,
                action ->
                    action instanceof Action.Settings settings
                        && (refusal.file().isEmpty() || settings.file().equals(refusal.file()))
                        && sets.matcher(settings.text()).find());
    return !setting.isEmpty()
        ? setting
        : with(
            lab,
            major,
            action ->
                action instanceof Action.Settings settings
                    && settings.file().equals(refusal.file()));
  }

  private static List<Step> with(Lab lab, int major, Predicate<Action> wanted) {
    return lab.steps().stream()
        .filter(step -> step.actionsFor(major).stream().anyMatch(wanted))
        .toList();
  }
}
