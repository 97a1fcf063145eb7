package replicationlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
   * Opens for doing a lab. A workspace that was begun keeps its PostgreSQL and ports, whatever is
   * wished for.
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

  private static void requireFree(Workbench bench) {
    Workspace workspace = bench.workspace();
    PortPair ports = bench.ports();
    for (int port : List.of(ports.primary(), ports.standby())) {
      Optional<PortOwner> owner = PortOwner.of(port);
      if (owner.isPresent() && !ours(workspace, port)) {
        throw new PortTakenException(owner.get(), ports.nearestFree());
      }
    }
  }

  private static boolean ours(Workspace workspace, int port) {
    return List.of(workspace.primaryData(), workspace.standbyData()).stream()
        .map(data -> new DataDirectory(data).server().map(PidFile::port).orElse(0))
        .anyMatch(held -> held == port);
  }
}
