package replicationlab.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;

/** Which step of a lab deals with what a message is about: the last whose actions name it. */
final class StepOfMessage {

  private record Topic(Pattern message, Pattern action) {}

  private static Topic topic(String message, String action) {
    return new Topic(
        Pattern.compile(message, Pattern.CASE_INSENSITIVE),
        Pattern.compile(action, Pattern.CASE_INSENSITIVE));
  }

  private static final List<Topic> TOPICS =
      List.of(
          topic("pg_hba|connection type", "pg_hba|replication\\s+all"),
          topic("max_wal_senders|wal_level|WAL level", "wal_level"),
          topic("postmaster\\.pid", "postmaster\\.pid"),
          topic("Address already in use|could not create any TCP", "(?m)^port\\s*="),
          topic(
              "primary server|Connection refused|role .* does not exist|WAL sender|not yet"
                  + " accepting|recovery\\.conf|standby_mode",
              "primary_conninfo"),
          topic("already been removed", "wal_keep"),
          topic("online backup|backup is not in progress|pg_(backup_)?stop", "pg_(backup_)?stop"),
          topic("system identifier|magic number|valid checkpoint record", "\\bcp\\b"),
          topic("hot.standby", "hot_standby"),
          topic("read-only transaction", "INSERT"));

  private StepOfMessage() {}

  static Optional<Step> find(String line, Lab lab, int major) {
    return TOPICS.stream()
        .filter(topic -> topic.message().matcher(line).find())
        .findFirst()
        .flatMap(topic ->
            lab.steps().reversed().stream()
                .filter(step ->
                    step.actionsFor(major).stream()
                        .map(Action::text)
                        .anyMatch(text -> topic.action().matcher(text).find()))
                .findFirst());
  }
}
