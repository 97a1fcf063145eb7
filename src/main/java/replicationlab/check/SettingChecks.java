package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.HbaText;
import replicationlab.process.OutputLine;

/**
 * Checks of settings. A running server is asked for what it uses; a stopped one for what it would
 * use, which takes every include and ALTER SYSTEM into account.
 */
final class SettingChecks {

  private SettingChecks() {}

  /** What a server uses, or would use; or why nobody knows. */
  private record Setting(
      String value, boolean known, boolean needsRestart, String asked, String words) {}

  private static Setting read(LabSystem system, Asking asking, Cluster cluster, String name) {
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
    List<OutputLine> lines = new ArrayList<>();
    String folder = cluster.data().getFileName().toString();
    Optional<String> value = system.control().effectiveSetting(cluster, name, lines::add);
    String words = String.join("\n", lines.stream().map(OutputLine::text).toList());
    return new Setting(
        value.orElse(""), value.isPresent(), false, "postgres -D " + folder + " -C " + name, words);
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
        value -> atLeast ? number(value) >= number(wanted.get(1)) : wanted.contains(value));
  }

  private static CheckResult judge(
      LabSystem system,
      Asking asking,
      Finding begun,
      Cluster cluster,
      String name,
      String example,
      java.util.function.Predicate<String> good) {
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
    if (!setting.known()) {
      return finding.failed(
          "The server cannot read its settings: " + setting.words(),
          "Correct the line of " + file + " that it names.");
    }
    if (good.test(setting.value())) {
      return finding.passed();
    }
    return setting.needsRestart()
        ? finding.failed(
            "The file has been changed, but the server has not been restarted since.",
            "pg_ctl -D " + cluster.data().getFileName() + " restart")
        : finding.failed(
            name + " is " + setting.value() + ".",
            "Set "
                + name
                + " = "
                + example
                + " in "
                + file
                + (new DataDirectory(cluster.data()).server().isPresent()
                    ? " and restart the server."
                    : "."));
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
    return judge(
        system,
        asking,
        finding,
        system.primary(),
        name,
        bySize ? "800MB" : "50",
        value -> number(value) > 0);
  }

  /** {@code hba primary}: a line lets replication in from this machine. */
  static CheckResult hba(LabSystem system, Asking asking, List<String> arguments) {
    Path file = system.cluster(arguments.getFirst()).data().resolve("pg_hba.conf");
    String shown = "data/pg_hba.conf";
    Finding finding =
        Finding.of("hba", "Does a line of pg_hba.conf let the standby connect from 127.0.0.1?")
            .asked(shown);
    String text;
    try {
      text = Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return finding
          .answered(e.toString())
          .undetermined(shown + " cannot be read.", "Mend its permissions.");
    }
    Optional<List<String>> line =
        HbaText.rules(text).stream().filter(SettingChecks::letsReplicationIn).findFirst();
    return finding
        .answered(line.map(words -> String.join("  ", words)).orElse("no such line"))
        .verdict(
            line.isPresent() && !line.orElseThrow().getLast().equals("reject"),
            "No line lets a replication connection from 127.0.0.1 in.",
            "Add to " + shown + ": host  replication  all  127.0.0.1/32  trust");
  }

  /** The first that matches decides, as in the server. */
  private static boolean letsReplicationIn(List<String> words) {
    return words.size() >= 5
        && words.get(0).equals("host")
        && List.of(words.get(1).split(",", -1)).contains("replication")
        && List.of(
                "127.0.0.1/32",
                "127.0.0.1",
                "localhost",
                "samehost",
                "samenet",
                "all",
                "127.0.0.0/8",
                "0.0.0.0/0")
            .contains(words.get(3));
  }

  /** {@code standby-configured}: it will come up as a standby, and of this primary. */
  static CheckResult standbyConfigured(LabSystem system, Asking asking, List<String> arguments) {
    Cluster standby = system.standby();
    DataDirectory data = new DataDirectory(standby.data());
    Finding finding = Finding.of("standby-configured", "Will data2 start as a standby?");
    if (!data.holdsCluster()) {
      return finding
          .answered("not there")
          .failed("There is no copy in data2 yet.", "Do the earlier steps first.");
    }
    if (system.major() < 12) {
      return recoveryConf(finding, standby);
    }
    boolean signal = data.has("standby.signal");
    Setting conninfo = read(system, asking, standby, "primary_conninfo");
    Finding all =
        finding
            .asked("data2/standby.signal")
            .asked(conninfo.asked())
            .answered(signal ? "standby.signal is there" : "no standby.signal")
            .answered("primary_conninfo = " + conninfo.value() + conninfo.words());
    if (data.has("recovery.conf")) {
      return all.answered("recovery.conf is there")
          .failed(
              "Since PostgreSQL 12 a recovery.conf keeps the server from starting.",
              "rm data2/recovery.conf");
    }
    if (!signal) {
      return all.failed(
          "Without standby.signal the copy starts as a second primary.",
          "touch data2/standby.signal");
    }
    return conninfoVerdict(all, system, conninfo.value());
  }

  private static CheckResult recoveryConf(Finding finding, Cluster standby) {
    try {
      Path file = standby.data().resolve("recovery.conf");
      if (!Files.exists(file)) {
        return finding
            .asked("data2/recovery.conf")
            .answered("not there")
            .failed(
                "Without recovery.conf the copy starts as a second primary.",
                "cp the sample to data2/recovery.conf and set standby_mode and primary_conninfo in"
                    + " it.");
      }
      List<String> active =
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      Finding all = finding.asked("data2/recovery.conf").answered(String.join("\n", active));
      boolean on =
          active.stream()
              .anyMatch(line -> line.matches("standby_mode\\s*=?\\s*'?(on|true|yes|1)'?.*"));
      boolean connects =
          active.stream().anyMatch(line -> line.matches("primary_conninfo\\s*=?\\s*'.*\\S.*'.*"));
      if (!on) {
        return all.failed(
            "standby_mode is not on, so the server would recover and then be a primary.",
            "Set standby_mode = 'on' in data2/recovery.conf.");
      }
      return all.verdict(
          connects,
          "primary_conninfo is not set, so the standby does not know its primary.",
          "Set primary_conninfo = 'host=localhost port=5432' in data2/recovery.conf.");
    } catch (IOException e) {
      return finding
          .answered(e.toString())
          .undetermined("data2/recovery.conf cannot be read.", "Mend its permissions.");
    }
  }

  private static CheckResult conninfoVerdict(Finding finding, LabSystem system, String conninfo) {
    return finding.verdict(
        !conninfo.isBlank(),
        "primary_conninfo is not set, so the standby does not know its primary.",
        "Set primary_conninfo = 'host=localhost port="
            + system.primary().port()
            + "' in data2/postgresql.conf.");
  }
}
