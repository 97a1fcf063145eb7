package replicationlab.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.PortOwner;
import replicationlab.postgres.cluster.StuckRecovery;

/** Why a cluster does not answer on its port. */
final class SilentServer {

  private static final List<String> NOT_LOWER =
      List.of(
          "max_connections",
          "max_worker_processes",
          "max_prepared_transactions",
          "max_locks_per_transaction",
          "max_wal_senders");

  private final Scene scene;
  private final Side side;

  SilentServer(Scene scene, Side side) {
    this.scene = scene;
    this.side = side;
  }

  Explanation why() {
    return Diagnosis.first(this::absent, this::live, this::stopped)
        .orElseGet(() -> new StoppedServer(side).why());
  }

  private Optional<Explanation> absent() {
    Optional<String> nested = side.isStandby() ? scene.nested() : Optional.empty();
    if (nested.isPresent()) {
      return nested.map(place ->
          new Explanation(
              "copy-nested",
              "The copy lies in "
                  + place
                  + " and not in data2: cp -R puts a directory into one that is there already.",
              FreshCopy.of(scene).as("Move data2 out of the way and copy again.")));
    }
    if (side.isStandby() && side.has("PG_VERSION") && !side.data().holdsCluster()) {
      return Optional.of(
          new Explanation(
              "copy-incomplete",
              "data2 is only a part of a copy; it lacks global/pg_control.",
              FreshCopy.of(scene).as("Copy the whole data directory again.")));
    }
    return Diagnosis.when(
        !side.data().holdsCluster(),
        () ->
            Explanation.of(
                "The "
                    + side.name()
                    + " has not been made yet: there is no cluster in "
                    + side.folder()
                    + ".",
                "Do the lab's steps from the first that is open."));
  }

  private Optional<Explanation> live() {
    Optional<PidFile> pid = side.data().server();
    if (pid.isEmpty()) {
      return Optional.empty();
    }
    return Diagnosis.first(
            () -> new PortMix(scene).swapped(),
            () -> elsewhere(pid.get().port()),
            this::deaf,
            this::stopping,
            this::stuck,
            () -> !side.isStandby() ? new Unsignalled(scene).misplaced() : Optional.empty(),
            () -> side.isStandby() ? notReady() : Optional.empty())
        .or(() ->
            Optional.of(
                Explanation.of(
                    "The " + side.name() + " is starting. " + lastWords(),
                    "Wait a moment and check again.")));
  }

  private Optional<Explanation> elsewhere(int port) {
    return Diagnosis.when(
        port != 0 && port != side.cluster().port(),
        () ->
            new Explanation(
                "wrong-port",
                "The "
                    + side.name()
                    + " runs, but on port "
                    + port
                    + " and not on "
                    + side.cluster().port()
                    + ".",
                side.set("port", String.valueOf(side.coursePort()))
                    .restart(side.folder())
                    .as("Give it its port and restart it.")));
  }

  private Optional<Explanation> deaf() {
    Optional<String> addresses = side.filed("listen_addresses");
    return Diagnosis.when(
        addresses
            .filter(list -> !list.matches("(?i).*(127\\.0\\.0\\.1|localhost|\\*|0\\.0\\.0\\.0).*"))
            .isPresent(),
        () ->
            new Explanation(
                "listen-addresses",
                "The "
                    + side.name()
                    + " does not listen on 127.0.0.1: listen_addresses is '"
                    + addresses.orElse("")
                    + "'.",
                side.set("listen_addresses", "'127.0.0.1'")
                    .restart(side.folder())
                    .as("Let it listen on the loopback address and restart it.")));
  }

  private Optional<Explanation> stopping() {
    return Diagnosis.when(
        side.system().control().state(side.cluster()) == ClusterState.STOPPING,
        () ->
            Explanation.of(
                "The "
                    + side.name()
                    + " is shutting down, and takes no connections any more. A smart shutdown lasts"
                    + " until every session is closed.",
                "Wait until it has stopped, or close what is connected to it; \"pg_ctl -m fast"
                    + " stop\" waits for no session. Then start it."));
  }

  private Optional<Explanation> stuck() {
    return Diagnosis.when(
        new StuckRecovery(side.cluster()).isStuck(),
        () ->
            new Explanation(
                "recovery-stuck",
                "The "
                    + side.name()
                    + " crashed and could not write when it began to recover, so it neither comes"
                    + " back nor ends. Nothing that it had committed is lost.",
                new Mend()
                    .stopAtOnce(side.folder())
                    .start(side.folder())
                    .as(
                        "Make its folder writable, or make room on the disk; then stop it at once"
                            + " and start it: it replays its WAL.")));
  }

  /** A standby that runs and takes no connections: it is not consistent yet, or not hot. */
  private Optional<Explanation> notReady() {
    return Diagnosis.first(
        this::notHot,
        () -> new FaultyBackup(scene).unfinished(),
        this::lowerSetting,
        () -> new LostStream(scene).findByState(),
        () -> new LostStream(scene).findInLog());
  }

  private Optional<Explanation> notHot() {
    return Diagnosis.when(
        side.filed("hot_standby").filter("off"::equals).isPresent(),
        () ->
            new Explanation(
                "hot-standby-off",
                "hot_standby is off, so the standby replays but takes no connections.",
                side.set("hot_standby", "on")
                    .restart("data2")
                    .as("Turn it on and restart the standby.")));
  }

  Optional<Explanation> lowerSetting() {
    Map<String, String> lower = new TreeMap<>();
    for (String name : NOT_LOWER) {
      if (name.equals("max_wal_senders") && scene.major() < 12) {
        continue;
      }
      String wanted = scene.primary.setting(name).orElse("");
      String has = scene.standby.filed(name).orElse("");
      if (wanted.matches("\\d+")
          && has.matches("\\d+")
          && Long.parseLong(has) < Long.parseLong(wanted)) {
        lower.put(name, wanted);
      }
    }
    Mend mend = new Mend();
    lower.forEach((name, wanted) -> mend.also(scene.standby.set(name, wanted)));
    return Diagnosis.when(
        !lower.isEmpty(),
        () ->
            new Explanation(
                "setting-lower-on-standby",
                "The standby has less of "
                    + String.join(", ", lower.keySet())
                    + " than the primary,"
                    + " and so could not follow everything that the primary may do.",
                mend.bring(scene.standby).as("Make it at least as high, and start the standby.")));
  }

  private Optional<Explanation> stopped() {
    return Diagnosis.first(
        () -> new BrokenFiles(scene, side).find(),
        this::recoveryConfUnsupported,
        () -> new BrokenSettings(scene, side).find(),
        this::minimalWal,
        this::port,
        () -> side.isStandby() ? new Unsignalled(scene).stopped() : Optional.empty(),
        () -> side.isStandby() ? lowerSetting() : Optional.empty(),
        () -> side.isStandby() ? new FaultyBackup(scene).cancelled() : Optional.empty(),
        () -> side.isStandby() ? notHotYet() : Optional.empty(),
        this::startProblemInLog);
  }

  /** Nothing keeps it from starting; it would only be silent again. */
  private Optional<Explanation> notHotYet() {
    return side.log().says("Hot standby mode is disabled") ? notHot() : Optional.empty();
  }

  private Optional<Explanation> recoveryConfUnsupported() {
    if (scene.hasRecoveryConf() || !side.has("recovery.conf")) {
      return Optional.empty();
    }
    String file = side.folder() + "/recovery.conf";
    Mend mend = new Mend().run("cp -p " + file + " " + file + ".old").run("rm " + file);
    if (side.isStandby() && !side.has("standby.signal")) {
      FreshCopy.complete(scene, mend);
    }
    return Optional.of(
        new Explanation(
            "recovery-conf-unsupported",
            "Since PostgreSQL 12 a recovery.conf keeps the server from starting.",
            mend.start(side.folder())
                .as("Put it aside; an empty standby.signal and postgresql.conf take its place.")));
  }

  private Optional<Explanation> minimalWal() {
    return Diagnosis.when(
        !side.isStandby()
            && side.filed("wal_level").filter("minimal"::equals).isPresent()
            && side.filed("max_wal_senders").filter(value -> !value.equals("0")).isPresent(),
        () ->
            new Explanation(
                "wal-level-minimal",
                "wal_level is minimal: such WAL lacks what a standby needs, and a server that may"
                    + " have senders refuses to start with it.",
                side.set("wal_level", "hot_standby")
                    .start("data")
                    .as("Write enough WAL, and start the primary.")));
  }

  private Optional<Explanation> port() {
    String port = side.filed("port").orElse("");
    String wanted = String.valueOf(side.cluster().port());
    Side other = !side.isStandby() ? scene.standby : scene.primary;
    if (!port.equals(wanted) && !port.isEmpty()) {
      boolean same = port.equals(String.valueOf(other.cluster().port()));
      return Optional.of(
          new Explanation(
              same ? "port-not-changed" : "wrong-port",
              same
                  ? "The "
                      + side.name()
                      + " has the "
                      + other.name()
                      + "'s port "
                      + port
                      + ", and one port cannot serve two."
                  : "The "
                      + side.name()
                      + " would listen on port "
                      + port
                      + " and not on "
                      + wanted
                      + ".",
              side.set("port", String.valueOf(side.coursePort()))
                  .start(side.folder())
                  .as("Give it its own port and start it.")));
    }
    return PortOwner.of(side.cluster().port())
        .map(owner ->
            new Explanation(
                "port-taken",
                "Port " + wanted + " is taken by " + owner.words() + ".",
                new Mend()
                    .start(side.folder())
                    .as(
                        "End that program, which is not the lab's, or give the lab other ports;"
                            + " then start the server.")));
  }

  private Optional<Explanation> startProblemInLog() {
    ServerLog log = side.log();
    return Diagnosis.first(
        () ->
            Diagnosis.when(
                log.says("could not restore file|restore_command") && restores(),
                this::restoreCommand),
        () -> side.isStandby() ? new FaultyBackup(scene).copyBroken(log) : Optional.empty(),
        () -> side.isStandby() ? new LostStream(scene).minimalInLog(log) : Optional.empty());
  }

  private boolean restores() {
    return scene.recoverySetting("restore_command").filter(value -> !value.isBlank()).isPresent();
  }

  Explanation restoreCommand() {
    return new Explanation(
        "restore-command-broken",
        "The restore_command that should fetch WAL from an archive cannot be run: "
            + scene.recoverySetting("restore_command").orElse(""),
        scene
            .setRecovery("restore_command", "''")
            .bring(scene.standby)
            .as("A standby that streams needs none: empty it, or correct the command."));
  }

  private String lastWords() {
    return side.log().complaint().map(line -> "Its log says: " + line).orElse("");
  }
}
