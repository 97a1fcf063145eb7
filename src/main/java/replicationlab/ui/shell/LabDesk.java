package replicationlab.ui.shell;

import static java.lang.System.Logger.Level.INFO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.evidence.Journal;
import replicationlab.evidence.Machine;
import replicationlab.lab.Lab;
import replicationlab.log.ProgramLog;
import replicationlab.machine.LabPlan;
import replicationlab.machine.MachineCheck;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.LogFile;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.process.CommandRunner;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.recovery.Finding;
import replicationlab.recovery.WorkspaceInspection;
import replicationlab.run.LabEvent;
import replicationlab.run.LabRun;
import replicationlab.run.RunLog;
import replicationlab.run.Workbench;
import replicationlab.run.WorkbenchOpener;
import replicationlab.run.WorkspaceChanges;
import replicationlab.settings.Settings.LabChoice;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.settings.MoreServers;

/** Opens and closes labs for the window, one thing after another and never on JavaFX's thread. */
final class LabDesk implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LabDesk.class.getName());

  private final ProgramFiles files;
  private final Installations installations;
  private final WorkbenchOpener opener;
  private final Path usualWorkspace;
  private final ProgramLog log;
  private final Consumer<String> trouble;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lab desk").daemon().factory());
  private final List<Finding> found = new CopyOnWriteArrayList<>();
  private volatile @Nullable OpenLab open;
  private volatile @Nullable Path labFile;

  LabDesk(
      ProgramFiles files,
      Installations installations,
      WorkbenchOpener opener,
      Path usualWorkspace,
      ProgramLog log,
      Consumer<String> trouble) {
    this.files = files;
    this.installations = installations;
    this.opener = opener;
    this.usualWorkspace = usualWorkspace;
    this.log = log;
    this.trouble = trouble;
  }

  /** The lab that is open; null while none is. */
  @Nullable OpenLab current() {
    return open;
  }

  /**
   * Where the program's log and reports are: in the open lab's workspace, else in the usual one.
   */
  Path logs() {
    OpenLab current = open;
    return current == null ? usualWorkspace.resolve("logs") : current.bench().workspace().logs();
  }

  /**
   * The log into which a server writes, wherever that is; null while no lab is open. Reads a
   * folder.
   */
  @Nullable Path log(Function<ClusterPair, Cluster> which) {
    OpenLab current = open;
    return current == null ? null : LogFile.of(which.apply(current.bench().clusters()));
  }

  /** The version of the servers in use, in a word for a report. */
  String servers() {
    OpenLab current = open;
    return current == null
        ? "no lab is open"
        : current.bench().clusters().installation().version().toString();
  }

  /** What an interruption had left in the workspace; each is told once. */
  List<Finding> takeFindings() {
    List<Finding> taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  /** The files with the licences of what is shipped. */
  List<Path> legal() {
    return files.legal();
  }

  /** The folder that a choice means. */
  Path workspace(LabChoice choice) {
    return choice.workspace().isEmpty() ? usualWorkspace : Path.of(choice.workspace());
  }

  CompletableFuture<List<Installation>> installations() {
    return CompletableFuture.supplyAsync(installations::found, work);
  }

  /** The check of this machine for a choice. */
  MachineCheck machineCheck(LabChoice choice) {
    CommandRunner runner = new CommandRunner();
    PortPair ports = new PortPair(choice.primaryPort(), choice.standbyPort());
    return MachineCheck.of(
        new LabPlan(workspace(choice), choice.postgres(), ports),
        installations,
        runner,
        new Unprivileged(runner),
        System.getenv());
  }

  /** What can be fetched besides; a download does not keep the desk waiting. */
  MoreServers moreServers(SettingsStore settings) {
    return new ServersFromRepository(installations, settings, work);
  }

  /** The PostgreSQL in a folder that the user names; fails with a sentence if there is none. */
  CompletableFuture<Installation> installationIn(Path folder) {
    return CompletableFuture.supplyAsync(
        () -> installations.choose(folder.toString(), words -> {}), work);
  }

  /** Closes what is open and opens what is chosen. */
  CompletableFuture<OpenLab> open(LabChoice choice, Consumer<String> progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          Lab lab = Courses.lab(labFile()); // before anything is closed: it may be unreadable
          closeCurrent();
          Workspace workspace = Workspace.open(workspace(choice));
          WorkspaceLock lock = WorkspaceLock.take(workspace);
          try {
            PortPair ports = new PortPair(choice.primaryPort(), choice.standbyPort());
            // What was put right stays right, even if the lab cannot be opened yet.
            found.addAll(
                new WorkspaceInspection(workspace, opener, progress, lab::titleOf).putRight());
            Workbench bench = opener.open(workspace, choice.postgres(), ports, progress);
            OpenLab opened = open(lab, bench, lock);
            open = opened;
            return opened;
          } catch (RuntimeException e) {
            lock.close();
            throw e;
          }
        },
        work);
  }

  private OpenLab open(Lab lab, Workbench bench, WorkspaceLock lock) {
    try {
      log.writeInto(bench.workspace().logs());
    } catch (IOException e) {
      trouble.accept("The program's log cannot be written (" + e.getMessage() + ").");
    }
    LOG.log(INFO, () -> lab.title() + " in " + bench.workspace().folder());
    LabRun run = new LabRun(lab, bench, true);
    ReplicationMonitor monitor = new ReplicationMonitor(bench.clusters());
    Machine machine = Machine.here(bench.clusters().installation().version());
    Journal journal = Journal.open(bench.workspace(), run, machine, "window", trouble);
    run.subscribe(journal::accept);
    run.subscribe(new RunLog()::accept);
    monitor.subscribe(journal::accept);
    run.subscribe(event -> askAgain(event, monitor));
    WorkspaceChanges changes = new WorkspaceChanges(bench.workspace(), () -> look(run));
    return new OpenLab(bench, run, monitor, changes, journal, lock);
  }

  /**
   * A check that somebody pressed, or a command that has ended, may have changed a server's mind.
   */
  private static void askAgain(LabEvent event, ReplicationMonitor monitor) {
    if (event instanceof LabEvent.StepChanged || event instanceof LabEvent.ActionEnded) {
      monitor.askAgain();
    }
  }

  /** What it finds is told by the lab's events. */
  private static void look(LabRun run) {
    var _ = run.notice();
  }

  /** Takes the lab of a file from now on, instead of the course's first. */
  void lab(Path file) {
    labFile = file;
  }

  /**
   * The file of the lab that is chosen. Reads a folder.
   *
   * @throws IllegalStateException if there is none
   */
  Path labFile() {
    Path chosen = labFile;
    return chosen != null
        ? chosen
        : Courses.labFiles(files).stream()
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("There is no lab in " + files.lessons() + "."));
  }

  /**
   * Starts those servers of the workspace that have data and do not run; answers with the names of
   * those that did not start.
   */
  CompletableFuture<List<String>> startServers() {
    return withBench(bench ->
        List.of(bench.clusters().primary(), bench.clusters().standby()).stream()
            .filter(LabDesk::canStart)
            .filter(cluster -> !bench.control().start(cluster, line -> {}).succeeded())
            .map(Cluster::name)
            .toList());
  }

  private static boolean canStart(Cluster cluster) {
    DataDirectory data = new DataDirectory(cluster.data());
    // Its log tells that it has run before: one that is still being configured is not to be
    // started.
    return data.holdsCluster() && data.server().isEmpty() && Files.exists(cluster.log());
  }

  /** Whether a workspace has clusters whose servers do not run. */
  static boolean hasStoppedServers(Workbench bench) {
    return canStart(bench.clusters().primary());
  }

  /** Stops the workspace's servers; answers whether none runs any more. */
  CompletableFuture<Boolean> stopServers() {
    return withBench(bench -> bench.stopServers(line -> {}));
  }

  /** Stops the servers and deletes what the lab made, then opens the same workspace afresh. */
  CompletableFuture<OpenLab> reset(LabChoice choice, Consumer<String> progress) {
    return withBench(
            bench -> {
              endSteps();
              if (!bench.stopServers(line -> {})) {
                throw new IllegalStateException(
                    "A server did not stop, so nothing was deleted; see its log in "
                        + bench.workspace().logs()
                        + ".");
              }
              bench.workspace().reset();
              return true;
            })
        .thenCompose(done -> open(choice, progress));
  }

  /** A step that still runs would write into what is being deleted, and save that it has passed. */
  private void endSteps() {
    OpenLab current = open;
    if (current != null) {
      current.run().close();
    }
  }

  private <T> CompletableFuture<T> withBench(Function<Workbench, T> task) {
    Supplier<T> withCurrent =
        () -> {
          OpenLab current = open;
          if (current == null) {
            throw new IllegalStateException("No lab is open.");
          }
          return task.apply(current.bench());
        };
    return CompletableFuture.supplyAsync(withCurrent, work);
  }

  private void closeCurrent() {
    OpenLab current = open;
    open = null;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() {
    work.shutdown();
    closeCurrent();
  }
}
