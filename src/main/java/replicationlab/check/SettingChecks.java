package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.HbaFile;
import replicationlab.postgres.config.HbaRule;

/**
 * Checks of settings. A running server is asked for what it uses; a stopped one for what it would
 * use, which takes every include and ALTER SYSTEM into account.
 */
final class SettingChecks {

  private SettingChecks() {}

  /** What a server uses, or would use; or why nobody knows. */
  record Setting(String value, boolean known, boolean needsRestart, String asked, String words) {}

  static Setting read(LabSystem system, Asking asking, Cluster cluster, String name) {
    DataDirectory data = new DataDirectory(cluster.data());
    if (data.server().isPresent()) {
      String sql =
          "SELECT current_setting(name), pending_restart FROM pg_settings WHERE name = '"
              + name
              + "'";
      Asking.Answer answer = asking.ask(cluster, sql);
      if (answer.answered() && !answer.rows().isEmpty()) {
        return new Setting(
            answer.first(), true, "t".equals(answer.rows().getFirst().get(1)), sql, "");
      }
    }
    String folder = cluster.data().getFileName().toString();
    Asking.Filed filed = asking.filed(system.control(), cluster, name);
    return new Setting(
        filed.value().orElse(""),
        filed.value().isPresent(),
        false,
        "postgres -D " + folder + " -C " + name,
        filed.words());
  }

  /**
   * {@code setting primary wal_level replica logical} or {@code setting primary max_wal_senders
   * at-least 1}.
   */
  static CheckResult setting(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    String name = arguments.get(1);
    List<String> wanted = arguments.subList(2, arguments.size());
    boolean atLeast = wanted.getFirst().equals("at-least");
    String wish = atLeast ? "at least " + wanted.get(1) : String.join(" or ", wanted);
    Finding finding =
        Finding.of(
            "setting " + cluster.name() + " " + name,
            "Is the " + cluster.name() + "'s " + name + " " + wish + "?");
    return judge(
        system,
        asking,
        finding,
        cluster,
        name,
        atLeast ? wanted.get(1) : wanted.getFirst(),
        value -> atLeast ? number(value) >= number(wanted.get(1)) : isAmong(name, value, wanted));
  }

  private static CheckResult judge(
      LabSystem system,
      Asking asking,
      Finding begun,
      Cluster cluster,
      String name,
      String example,
      Predicate<String> good) {
    return judge(
        system,
        asking,
        begun,
        cluster,
        name,
        good,
        (side, value) ->
            new Explanation(
                "setting-" + name.replace('_', '-'),
                name + " is " + (value.isEmpty() ? "empty" : value) + ".",
                set(new Scene(system, asking), side, name, example)));
  }

  /**
   * Reads a setting and judges it.
   *
   * @param wrong what to say of a value that is not good
   */
  static CheckResult judge(
      LabSystem system,
      Asking asking,
      Finding begun,
      Cluster cluster,
      String name,
      Predicate<String> good,
      BiFunction<Side, String, Explanation> wrong) {
    String file = cluster.data().getFileName() + "/postgresql.conf";
    if (!new DataDirectory(cluster.data()).holdsCluster()) {
      return begun
          .answered("not there")
          .failed(
              "There is no cluster in " + cluster.data().getFileName() + " yet.",
              "Do the earlier steps first.");
    }
    Setting setting = read(system, asking, cluster, name);
    Finding finding =
        begun
            .asked(setting.asked())
            .answered(setting.known() ? name + " = " + setting.value() : setting.words());
    Side side = new Side(system, asking, cluster);
    if (!setting.known()) {
      return finding.failed(
          new BrokenSettings(new Scene(system, asking), side)
              .find()
              .orElseGet(() ->
                  Explanation.of(
                      "The server cannot read its settings: " + setting.words(),
                      "Correct the line of " + file + " that it names.")),
          system);
    }
    if (good.test(setting.value())) {
      return finding.passed();
    }
    return finding.failed(
        setting.needsRestart()
            ? new Explanation(
                "not-restarted",
                "The file has been changed, but the server has not been restarted since.",
                new Mend().restart(side.folder()).as("Restart it."))
            : NotTaken.find(side, name, good).orElseGet(() -> wrong.apply(side, setting.value())),
        system);
  }

  static Remedy set(Scene scene, Side side, String name, String example) {
    String plain = scene.inCourseWords(example);
    boolean bare = plain.matches("[A-Za-z_]+|\\d+([kMG]?B)?");
    Mend mend = side.set(name, bare ? plain : "'" + plain + "'");
    boolean runs = side.data().server().isPresent();
    String where = side.setsBySql(name) ? "Set it as it was set" : "Set it in a file";
    return (runs ? mend.restart(side.folder()) : mend)
        .as(where + (runs ? ", and restart the server." : "."));
  }

  /** A value of a file as SQL takes it, which has no 800MB without quotes. */
  static String quoted(String value) {
    return value.matches("'.*'|\\d+|[A-Za-z_]+") ? value : "'" + value + "'";
  }

  /** Of a list each must be wanted; names of hosts may be in whatever case. */
  static boolean isAmong(String name, String value, List<String> wanted) {
    return name.equals("listen_addresses")
        ? lower(wanted).containsAll(lower(parts(value)))
        : wanted.containsAll(parts(value));
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * What a list of several names has, each in double quotes if its writer likes; a single value is
   * a list of one.
   */
  static List<String> parts(String value) {
    return Stream.of(value.strip().split("\\s*,\\s*", -1))
        .map(each -> each.replaceFirst("^\"(.*)\"$", "$1"))
        .toList();
  }

  private static long number(String value) {
    String digits = value.replaceAll("[^0-9].*$", "");
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }

  /** {@code keeps-wal}: by the parameter's name on this version, or by a slot. */
  static CheckResult keepsWal(LabSystem system, Asking asking, List<String> arguments) {
    boolean bySize = system.major() >= 13;
    String name = bySize ? "wal_keep_size" : "wal_keep_segments";
    Finding finding =
        Finding.of(
            "keeps-wal", "Does the primary keep WAL for a standby that lags (" + name + ")?");
    CheckResult bySetting =
        judge(
            system,
            asking,
            finding,
            system.primary(),
            name,
            bySize ? "800MB" : "50",
            value -> number(value) > 0);
    return bySetting.verdict() == Verdict.PASSED
        ? bySetting
        : bySlot(system, asking, finding).orElse(bySetting);
  }

  /** The slot that the standby uses, or has used: it keeps WAL from where the standby stands. */
  private static Optional<CheckResult> bySlot(LabSystem system, Asking asking, Finding finding) {
    if (new DataDirectory(system.primary().data()).server().isEmpty()) {
      return Optional.empty();
    }
    String sql =
        "SELECT slot_name, restart_lsn FROM pg_replication_slots WHERE slot_type = 'physical' AND"
            + " restart_lsn IS NOT NULL";
    Asking.Answer answer = asking.ask(system.primary(), sql);
    return answer.answered() && !answer.rows().isEmpty()
        ? Optional.of(finding.asked(sql).answered(answer.raw()).passed())
        : Optional.empty();
  }

  /** {@code hba primary}: a line lets replication in from this machine. */
  static CheckResult hba(LabSystem system, Asking asking, List<String> arguments) {
    Scene scene = new Scene(system, asking);
    Path file = scene.primary.hbaFile();
    String shown = scene.primary.hbaName();
    Finding finding =
        Finding.of("hba", "Does a line of pg_hba.conf let the standby connect from this machine?")
            .asked(shown);
    if (!new DataDirectory(system.primary().data()).holdsCluster()) {
      return finding
          .answered("not there")
          .failed("There is no cluster in data yet.", "Do the earlier steps first.");
    }
    HbaFile hba;
    try {
      hba =
          Files.exists(file)
              ? HbaFile.read(file, system.major())
              : new HbaFile(List.of(), List.of());
    } catch (IOException e) {
      return finding
          .answered(e.toString())
          .undetermined(shown + " cannot be read.", "Mend its permissions.");
    }
    Conninfo conninfo = Conninfo.parse(scene.recoverySetting("primary_conninfo").orElse(""));
    Optional<HbaRule> rule = hba.forReplication(conninfo.origin());
    return finding
        .answered(rule.map(HbaRule::words).orElse("no such line"))
        .verdict(
            rule.filter(line -> !line.rejects()).isPresent(),
            () -> keptOut(scene.primary, shown, rule),
            system);
  }

  private static Explanation keptOut(Side primary, String file, Optional<HbaRule> rule) {
    Mend mend = new Mend();
    rule.ifPresent(each -> mend.commentOut(file, each.text()));
    mend.hba(file, "host  replication  all  127.0.0.1/32  trust");
    boolean runs = primary.data().server().isPresent();
    return new Explanation(
        rule.isPresent() ? "hba-rejects" : "hba-line-missing",
        "No line lets a replication connection from this machine in.",
        (runs ? mend.reload("data") : mend)
            .as("Let there be one" + (runs ? ", and reload the primary." : ".")));
  }
}
