package replicationlab.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import replicationlab.check.LabSystem;
import replicationlab.check.ProofReport;
import replicationlab.consent.Agreements;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.course.ShippedLessons;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;

/**
 * Lab Exercise 1 on real servers, in a folder and on ports of its own; leaves no process behind.
 */
public final class TestLab implements AutoCloseable {

  private static final CommandRunner RUNNER = new CommandRunner();
  private static final Unprivileged UNPRIVILEGED = new Unprivileged(RUNNER);
  private static final Installations BUNDLED = installations(UNPRIVILEGED);

  public final Lab lab = exercise();
  public final Workbench bench;
  public final LabRun run;

  private TestLab(Workbench bench) {
    this(bench, false);
  }

  private TestLab(Workbench bench, boolean keepsCheckpoints) {
    this.bench = bench;
    this.run = new LabRun(lab, bench, keepsCheckpoints);
  }

  /** An untouched lab. */
  public static TestLab untouched(Path folder, String postgres) {
    return untouched(folder, postgres, UNPRIVILEGED);
  }

  /** An untouched lab that takes a checkpoint after each step. */
  public static TestLab withCheckpoints(Path folder, String postgres) {
    return new TestLab(
        opener().open(Workspace.open(folder), postgres, freePorts(), words -> {}), true);
  }

  /** Whatever is in the folder, opened as the window does it; takes checkpoints. */
  public static TestLab opened(Path folder, String postgres, PortPair ports) {
    return new TestLab(opener().open(Workspace.open(folder), postgres, ports, words -> {}), true);
  }

  /** An untouched lab that is said to be on these ports, whoever holds them: no server can run. */
  public static TestLab ofFilesOnly(Path folder, String postgres, PortPair ports) {
    Path bin;
    try (TestLab untouched = untouched(folder, postgres)) {
      bin = untouched.bench.clusters().installation().bin();
    }
    Workspace workspace = Workspace.open(folder);
    new ProgressFile(workspace)
        .save(new Progress("", bin.toString(), ports.primary(), ports.standby(), Set.of()));
    return new TestLab(opener().reopen(workspace, words -> {}));
  }

  /** The same without checkpoints: to bring it to its end and no more. */
  public static TestLab toBeFinished(Path folder, String postgres, PortPair ports) {
    return new TestLab(opener().open(Workspace.open(folder), postgres, ports, words -> {}));
  }

  /** An untouched lab on a machine that lets root run servers only in that way. */
  public static TestLab untouched(Path folder, String postgres, Unprivileged unprivileged) {
    return new TestLab(
        opener(unprivileged).open(Workspace.open(folder), postgres, freePorts(), words -> {}));
  }

  /** A lab in which everything has been done. */
  public static TestLab done(Path folder, String postgres) {
    TestLab lab = untouched(folder, postgres);
    if (!lab.run.runAll().join()) {
      AssertionError failure = new AssertionError("the lab did not pass: " + lab.run.states());
      lab.close();
      throw failure;
    }
    return lab;
  }

  /** A lab in which everything before {@code step} has been done. */
  public static TestLab doneUpTo(Path folder, String postgres, String step) {
    TestLab lab = untouched(folder, postgres);
    for (Step each : lab.lab.steps()) {
      if (each.id().equals(step)) {
        return lab;
      }
      StepState state = lab.run.run(each).join();
      if (state.status() != StepState.Status.PASSED) {
        lab.close();
        throw new AssertionError("the lab did not pass: " + state);
      }
    }
    throw new IllegalArgumentException(step);
  }

  /** A lab that was begun before, wherever it was then. */
  public static TestLab existing(Path folder) {
    return new TestLab(opener().reopen(Workspace.existing(folder), words -> {}));
  }

  /** The same workspace, as the program finds it when it starts again. */
  public TestLab reopened() {
    return new TestLab(opener().reopen(bench.workspace(), words -> {}));
  }

  public static Lab exercise() {
    return Courses.labs(ProgramFiles.find()).stream()
        .filter(lab -> lab.id().equals("lab-exercise-1"))
        .findFirst()
        .orElseThrow();
  }

  public static WorkbenchOpener opener() {
    return opener(UNPRIVILEGED);
  }

  /** As in the program, with nobody's earlier agreements. */
  public static WorkbenchOpener openerOfSomebodyNew(Path agreements) {
    return new WorkbenchOpener(
        installations(),
        RUNNER,
        UNPRIVILEGED,
        new Agreements(agreements, ShippedLessons.digests(ProgramFiles.find())));
  }

  /** As if no lesson had come with the program. */
  public static WorkbenchOpener openerOfStrangers(Path agreements) {
    return new WorkbenchOpener(
        installations(), RUNNER, UNPRIVILEGED, new Agreements(agreements, Set.of()));
  }

  private static WorkbenchOpener opener(Unprivileged unprivileged) {
    Installations installations =
        unprivileged.equals(UNPRIVILEGED) ? BUNDLED : installations(unprivileged);
    return new WorkbenchOpener(installations, RUNNER, unprivileged, agreements());
  }

  /** To the shipped labs, as in the program; others have to be agreed to by the test. */
  private static Agreements agreements() {
    return new Agreements(
        Path.of("target", "agreements"), ShippedLessons.digests(ProgramFiles.find()));
  }

  /** The bundled servers, digested and unpacked once for all tests. */
  public static Installations installations() {
    return BUNDLED;
  }

  private static Installations installations(Unprivileged unprivileged) {
    Path cache =
        unprivileged.placeFor(
            Path.of("target", "postgres-cache"), Path.of("/var/cache/replication-lab"));
    return new Installations(RUNNER, ProgramFiles.find().postgres(), cache, System.getenv());
  }

  /** Neighbours that nobody holds, away from where servers and browsers like to be. */
  public static PortPair freePorts() {
    int from = 20_000 + (int) (ProcessHandle.current().pid() * 37 % 10_000);
    return new PortPair(from, from + 1).nearestFree();
  }

  public Step step(String id) {
    return lab.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  public LabSystem system() {
    return bench.system(session -> false);
  }

  public ProofReport proof() {
    return run.prove(row -> {}).orTimeout(60, TimeUnit.SECONDS).join();
  }

  public Cluster primary() {
    return bench.clusters().primary();
  }

  public Cluster standby() {
    return bench.clusters().standby();
  }

  /** Sends statements to a cluster, each on its own; answers with the last one's first value. */
  public String sql(Cluster cluster, String... statements) {
    try (Session session = Session.open(Server.local(cluster.port()), Timeouts.PATIENT)) {
      String last = "";
      for (String statement : statements) {
        last = String.valueOf(session.query(statement).first());
      }
      return last;
    }
  }

  public void stop(Cluster cluster) {
    bench.control().stop(cluster, line -> {});
  }

  public void start(Cluster cluster) {
    bench.control().start(cluster, line -> {});
  }

  /** Makes the standby a primary, as a failover would. */
  public void promoteStandby() {
    List<String> command = new ArrayList<>(bench.unprivileged().prefix(Program.PG_CTL));
    command.add(bench.clusters().installation().program(Program.PG_CTL).orElseThrow().toString());
    command.addAll(List.of("-D", standby().data().toString(), "promote"));
    CommandResult result =
        RUNNER.run(
            CommandRequest.of(bench.workspace().folder(), command), line -> {}, new Cancellation());
    if (!result.succeeded()) {
      throw new AssertionError(result.text());
    }
  }

  /** The environment that the lab gives its commands. */
  public Map<String, String> environment() {
    return bench.environment();
  }

  @Override
  public void close() {
    run.close();
    if (!bench.stopServers(line -> {})) {
      throw new AssertionError("a server did not stop: " + bench.running());
    }
  }
}
