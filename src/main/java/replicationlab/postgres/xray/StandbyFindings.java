package replicationlab.postgres.xray;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.ConninfoHost;
import replicationlab.postgres.config.SettingLine;

/** Whether the copy would start as a standby, and find its primary. */
final class StandbyFindings extends Findings {

  private static final int LISTS_SINCE = 10;
  private static final int NO_EXCLUSIVE_BACKUP_SINCE = 15;

  private final ClusterXray primary;
  private final ClusterXray standby;
  private final String folder;

  StandbyFindings(ClusterXray primary, ClusterXray standby, List<XrayFinding> found) {
    super(found);
    this.primary = primary;
    this.standby = standby;
    this.folder = folder(standby.cluster());
  }

  @Override
  void look() {
    signal();
    conninfo();
    pid();
    label();
    if (List.of("off", "false", "no", "0").contains(value(standby, "hot_standby"))) {
      problem(
          "setting:hot_standby",
          "The standby's hot_standby is off: it replays, but takes no connections. Set it to on.",
          standby.settings().effective().get("hot_standby"),
          conf(standby));
    }
  }

  private void signal() {
    if (standby.usesSignals() && standby.recovery() != null) {
      problem(
          "recovery.conf",
          "Since PostgreSQL 12 no server starts with a recovery.conf. Delete it; standby.signal and"
              + " postgresql.conf take its place.",
          standby.cluster().data().resolve("recovery.conf"),
          0);
    }
    if (!standby.usesSignals() && standby.standbySignal()) {
      note("standby.signal", "Up to PostgreSQL 11 nobody reads standby.signal.", null);
    }
    if (!standby.wouldBeStandby()) {
      problem(standby.usesSignals() ? "standby.signal" : "recovery.conf", noSignal());
    }
  }

  private String noSignal() {
    if (standby.serverLives()) {
      return folder
          + " runs as a primary of its own: it was started without "
          + (standby.usesSignals() ? "standby.signal" : "standby_mode = on in recovery.conf")
          + ", or promoted. Its history has parted; make the copy anew.";
    }
    return standby.usesSignals()
        ? folder + " has no standby.signal: it would start as a primary. Create that empty file."
        : folder
            + " has no recovery.conf with standby_mode = on: it would start as a primary. Write"
            + " that file.";
  }

  private void conninfo() {
    SettingLine line = standby.primaryConninfo();
    var file =
        standby.usesSignals() ? conf(standby) : standby.cluster().data().resolve("recovery.conf");
    if (line == null) {
      if (standby.wouldBeStandby()) {
        problem(
            "primary_conninfo",
            "The standby does not know where its primary is: primary_conninfo is not set.",
            file,
            0);
      }
      return;
    }
    leadsAstray(Conninfo.parse(line.value()))
        .ifPresent(sentence -> problem("primary_conninfo", sentence, line, file));
  }

  /** One of several servers is enough, if it is the primary. */
  private Optional<String> leadsAstray(Conninfo conninfo) {
    if (conninfo.hasList() && standby.majorNumber() < LISTS_SINCE) {
      return Optional.of(
          "primary_conninfo names several hosts or ports, which PostgreSQL takes since 10 only."
              + " Name one of each.");
    }
    List<ConninfoHost> hosts = conninfo.hosts();
    String primarys = port(primary);
    if (hosts.stream().anyMatch(host -> host.port() == 0 || isPort(host, primarys))) {
      return Optional.empty();
    }
    String named =
        hosts.stream()
            .map(host -> Integer.toString(host.port()))
            .distinct()
            .collect(Collectors.joining(", "));
    if (hosts.stream().allMatch(host -> isPort(host, port(standby)))) {
      return Optional.of(
          "primary_conninfo leads to port %s, which is the standby's own; the primary's is %s."
              .formatted(named, primarys));
    }
    return primary.exists()
        ? Optional.of(
            "primary_conninfo leads to port %s; the primary's is %s.".formatted(named, primarys))
        : Optional.empty();
  }

  private static boolean isPort(ConninfoHost host, String port) {
    return Integer.toString(host.port()).equals(port);
  }

  private void pid() {
    if (standby.pid().isPresent() && !standby.serverLives()) {
      problem(
          "postmaster.pid",
          standby.pidIsCopied()
              ? "postmaster.pid came with the copy and names the primary's process: the standby"
                  + " will not start while that lives. Delete it from "
                  + folder
                  + "."
              : "postmaster.pid is left from a server that is gone; the next start removes it.",
          standby.cluster().data().resolve(PidFile.NAME),
          0);
    }
  }

  /** pg_control of a copy still says what the primary's said, until the copy has been started. */
  private void label() {
    boolean neverStarted =
        standby.control().filter(c -> c.state().equals("in production")).isPresent()
            && !standby.serverLives();
    if (neverStarted && standby.backupLabel().isEmpty()) {
      problem(
          "backup_label",
          folder
              + " is the copy of a running server and has no backup_label: it would begin at the"
              + " wrong place in the WAL. "
              + (standby.majorNumber() >= NO_EXCLUSIVE_BACKUP_SINCE
                  ? "Write what pg_backup_stop() returned into that file, or copy again."
                  : "Copy again, between pg_start_backup() and pg_stop_backup()."));
    }
  }
}
