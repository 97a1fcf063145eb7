package replicationlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import replicationlab.consent.Agreements;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.PortOwner;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;

/**
 * Opens a workspace with the PostgreSQL and the ports that it was begun with, or with those that
 * are wished for.
 */
public final class WorkbenchOpener {

  private final Installations installations;
  private final CommandRunner runner;
  private final Unprivileged unprivileged;
  private final Agreements agreements;

  /**
   * @param agreements which lessons may run in what is opened
   */
  public WorkbenchOpener(
      Installations installations,
      CommandRunner runner,
      Unprivileged unprivileged,
      Agreements agreements) {
    this.installations = installations;
    this.runner = runner;
    this.unprivileged = unprivileged;
    this.agreements = agreements;
  }

  /**
   * Opens for doing a lab. A workspace that was begun keeps its PostgreSQL, whatever is wished for,
   * and its ports unless somebody else has taken one meanwhile.
   *
   * @param wish "18", "9.6" or a folder; empty for the default
   * @param progress hears of long work, such as unpacking
   * @throws PortTakenException if a port is held by somebody else
   * @throws replicationlab.postgres.install.CannotRunAsRootException if we are root, and whoever
   *     runs the servers instead cannot
   */
  public Workbench open(
      Workspace workspace, String wish, PortPair ports, Consumer<String> progress) {
    unprivileged.requireReach(workspace.folder());
    Workbench bench =
        begun(workspace)
            ? reopen(workspace, progress)
            : bench(workspace, installations.choose(wish, progress), ports);
    if (begun(workspace) && !bench.ports().equals(ports) && takenPort(bench).isPresent()) {
      bench = moved(bench, ports);
    }
    requireFree(bench);
    unprivileged.requireReach(bench.clusters().installation());
    bench.handOver();
    return bench;
  }

  /** Opens for looking at, stopping or resetting what is there, even while ports are taken. */
  public Workbench reopen(Workspace workspace, Consumer<String> progress) {
    Progress saved = new ProgressFile(workspace).load();
    return bench(
        workspace,
        installation(workspace, saved, progress),
        new PortPair(saved.primaryPort(), saved.standbyPort()));
  }

  /** Whether a lab has been begun in it. */
  public static boolean begun(Workspace workspace) {
    return !new ProgressFile(workspace).load().postgres().isEmpty();
  }

  private Installation installation(
      Workspace workspace, Progress saved, Consumer<String> progress) {
    if (!saved.postgres().isEmpty() && Files.isDirectory(Path.of(saved.postgres()))) {
      return installations.choose(saved.postgres(), progress);
    }
    // The folder is gone (a cache was emptied, a package updated): the same major serves as well.
    return installations.choose(new DataDirectory(workspace.primaryData()).major(), progress);
  }

  private Workbench bench(Workspace workspace, Installation installation, PortPair ports) {
    return new Workbench(workspace, installation, ports, runner, unprivileged, agreements);
  }

  /** The same workspace on other ports: its settings name them, and so do its commands. */
  private Workbench moved(Workbench bench, PortPair ports) {
    if (!bench.stopServers(line -> {})) {
      throw new IllegalStateException(
          "A server did not stop, so the ports stay; see its log in "
              + bench.workspace().logs()
              + ".");
    }
    Workbench moved = bench(bench.workspace(), bench.clusters().installation(), ports);
    new Relocation(moved, bench.workspace().folder(), bench.ports()).carryOut();
    ProgressFile file = new ProgressFile(bench.workspace());
    file.save(file.load().on(ports.primary(), ports.standby()));
    return moved;
  }

  private static void requireFree(Workbench bench) {
    takenPort(bench)
        .ifPresent(owner -> {
          throw new PortTakenException(owner, bench.ports().nearestFree());
        });
  }

  /** Somebody else who holds a port of the lab. */
  public static Optional<PortOwner> takenPort(Workbench bench) {
    PortPair ports = bench.ports();
    return Stream.of(ports.primary(), ports.standby())
        .flatMap(port -> PortOwner.of(port).stream())
        .filter(owner -> !ours(bench.workspace(), owner.port()))
        .findFirst();
  }

  private static boolean ours(Workspace workspace, int port) {
    return List.of(workspace.primaryData(), workspace.standbyData()).stream()
        .map(data -> new DataDirectory(data).server().map(PidFile::port).orElse(0))
        .anyMatch(held -> held == port);
  }
}
