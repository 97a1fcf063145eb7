package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.PortOwner;
import replicationlab.postgres.cluster.StuckRecovery;
import replicationlab.run.Workbench;
import replicationlab.run.WorkbenchOpener;

/** Both data directories and their servers, as an interruption may have left them. */
final class ServersAsLeft {

  /** The size of pg_control, whatever the version (PostgreSQL's pg_control.h). */
  private static final int CONTROL_BYTES = 8192;

  private final Workbench bench;
  private final Optional<Checkpoint> wayBack;
  private final UnaryOperator<String> titleOf;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param wayBack the newest checkpoint
   * @param titleOf a step's title, by its name
   */
  ServersAsLeft(Workbench bench, Optional<Checkpoint> wayBack, UnaryOperator<String> titleOf) {
    this.titleOf = titleOf;
    this.bench = bench;
    this.wayBack = wayBack;
  }

  List<Finding> look() {
    for (Cluster cluster : List.of(bench.clusters().primary(), bench.clusters().standby())) {
      look(cluster);
    }
    new SocketFiles(bench.workspace()).removeLeft();
    WorkbenchOpener.takenPort(bench).ifPresent(this::portTaken);
    return findings;
  }

  private void look(Cluster cluster) {
    DataDirectory data = new DataDirectory(cluster.data());
    String name = String.valueOf(cluster.data().getFileName());
    if (new StuckRecovery(cluster).isStuck()) {
      stuck(cluster);
    } else if (data.server().isPresent()) {
      PidFile pid = data.server().get();
      findings.add(
          Finding.takenUp(
              "The %s (process %d, port %d) still runs; the lab has taken it up again."
                  .formatted(cluster.name(), pid.pid(), pid.port())));
    } else if (!isEmpty(cluster.data()) && !data.holdsCluster()) {
      findings.add(
          Finding.offered(
              name
                  + " holds no complete cluster; do its step again, which moves it to kept/."
                  + back()));
    } else if (data.holdsCluster() && isDamaged(cluster.data())) {
      findings.add(
          Finding.offered(
              name
                  + "/global/pg_control is damaged, as by a power cut, and no server will start on"
                  + " it."
                  + back()));
    } else {
      data.pidFile()
          .filter(pid -> pid.belongsTo(cluster.data()) || sameDirectoryBefore(pid, cluster))
          .ifPresent(pid -> killed(cluster, pid));
    }
  }

  /** After a crash in a workspace that has been moved since, the file names the old place. */
  private static boolean sameDirectoryBefore(PidFile pid, Cluster cluster) {
    Path named = Path.of(pid.data());
    return !Files.exists(named) && cluster.data().endsWith(named.getFileName());
  }

  /** It has crashed already: to end it as a crash would takes nothing from anybody. */
  private void stuck(Cluster cluster) {
    String what =
        "The "
            + cluster.name()
            + " had crashed and could not write when it began to recover, so it neither came back"
            + " nor ended. Nothing that it had committed is lost: ";
    if (!Files.isWritable(cluster.data())) {
      findings.add(
          Finding.offered(
              what
                  + "make its folder writable and open the lab again, which then ends it so that it"
                  + " can start."));
    } else if (bench.control().stopAtOnce(cluster)) {
      findings.add(Finding.offered(what + "it has been ended; start it, and it replays its WAL."));
    } else {
      findings.add(
          Finding.offered(
              what + "it does not obey; end its processes, and start it, and it replays its WAL."));
    }
  }

  private void killed(Cluster cluster, PidFile pid) {
    // Another program's by now, or one that has ended and nobody has asked how: PostgreSQL would
    // take it for its own server and refuse to start.
    boolean knownStill = ProcessHandle.of(pid.pid()).filter(ProcessHandle::isAlive).isPresent();
    if (knownStill) {
      bench.workspace().setAside(cluster.data().resolve(PidFile.NAME));
    }
    new SocketFiles(bench.workspace()).removeOf(pid);
    findings.add(
        Finding.offered(
            "The "
                + cluster.name()
                + " was killed, or the machine went down while it ran. Nothing that it had"
                + " committed is lost: start it, and it replays its WAL."
                + (knownStill
                    ? " Its postmaster.pid names a process that is not this server, and was moved"
                        + " to kept/."
                    : "")));
  }

  private void portTaken(PortOwner owner) {
    findings.add(
        Finding.offered(
            "Port %d of this lab is taken by %s meanwhile; the ports %s are free, and the lab can"
                    .formatted(owner.port(), owner.words(), bench.ports().nearestFree().words())
                + " move to them: its settings follow."));
  }

  private String back() {
    return wayBack
        .map(checkpoint -> " Or go back to after '" + titleOf.apply(checkpoint.step()) + "'.")
        .orElse("");
  }

  private static boolean isDamaged(Path data) {
    try {
      byte[] control = Files.readAllBytes(data.resolve("global/pg_control"));
      for (int i = 0; i < Math.min(Long.BYTES, control.length); i++) {
        if (control[i] != 0) {
          return control.length != CONTROL_BYTES;
        }
      }
      return true;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isEmpty(Path data) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(data)) {
      return !entries.iterator().hasNext();
    } catch (IOException thereIsNone) {
      return true;
    }
  }
}
