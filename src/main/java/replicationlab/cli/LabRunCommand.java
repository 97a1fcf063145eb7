package replicationlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.check.Verdict;
import replicationlab.evidence.Journal;
import replicationlab.evidence.Machine;
import replicationlab.lab.Lab;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.progress.Tally;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.recovery.WorkspaceInspection;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabRun;
import replicationlab.run.StepState;
import replicationlab.run.Workbench;
import replicationlab.run.WorkbenchOpener;

/** {@code lab run}: every step of a lab, unattended. */
@Command(
    name = "run",
    description =
        "Does every step of a lab, unattended; exits with 0 only if every step's checks passed.",
    mixinStandardHelpOptions = true)
final class LabRunCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "LAB",
      description = "the lab's name, as 'lab list' shows it, or a lab's file")
  private String lab = "";

  @Option(
      names = "--postgres",
      paramLabel = "VERSION|DIR",
      description = "18, 9.6, another installed version, or a folder (default: the newest bundled)")
  private String postgres = "";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "where the lab keeps its clusters (default: a new temporary folder)")
  private @Nullable Path workspace;

  @Option(
      names = "--ports",
      paramLabel = "P,S",
      description = "the primary's and the standby's port (default: 5432,5433)")
  private @Nullable String ports;

  @Option(
      names = "--keep",
      description = "leave the servers running, and a temporary workspace in place")
  private boolean keep;

  @Option(
      names = "--checkpoints",
      description = "after each step keep a state that 'lab back' can go back to")
  private boolean checkpoints;

  @Option(
      names = "--agree",
      paramLabel = "DIGEST",
      description =
          "you have seen what a lab from elsewhere would run, and agree; DIGEST is the one that was"
              + " shown with it")
  private String digest = "";

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  /** What Ctrl+C ends; the servers and a temporary folder go as at any other end. */
  private volatile @Nullable GuidedLab current;

  LabRunCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() throws Exception {
    return OnInterrupt.finish(this::runAndCleanUp, this::cancel);
  }

  private void cancel() {
    GuidedLab run = current;
    if (run != null) {
      run.cancel();
    }
  }

  private int runAndCleanUp() throws IOException {
    Supplier<Lab> found = Labs.finding(services, lab);
    Path folder = workspace == null ? Files.createTempDirectory("replication-lab-") : workspace;
    Workspace opened = Workspace.open(folder);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    // What is no JSON must not stand before or behind it.
    PrintWriter words = json ? spec.commandLine().getErr() : out;
    PortPair wished = ports == null ? PortPair.OF_THE_COURSE : PortPair.parse(ports);
    boolean stopped = true;
    // Locked before anything else: what a window works in is not ours to run, nor to stop.
    try (WorkspaceLock _ = WorkspaceLock.take(opened)) {
      new WorkspaceInspection(
              opened,
              services.opener(),
              progress -> say(out, progress),
              step -> found.get().titleOf(step))
          .putRight()
          .forEach(finding -> say(out, LabInspectCommand.line(finding)));
      boolean begun = WorkbenchOpener.begun(opened);
      Workbench bench =
          services.opener().open(opened, postgres, wished, progress -> say(out, progress));
      if (begun) {
        requireWhatWasAskedFor(bench, wished);
      }
      Lab chosen = found.get();
      String version = bench.clusters().installation().version().toString();
      say(out, chosen.title() + " on PostgreSQL " + version + " in " + opened.folder());
      if (!new Agreeing(chosen, bench, words).agreed(digest)) {
        return ExitCode.PROBLEMS;
      }
      try (LabRun run = new LabRun(chosen, bench, checkpoints)) {
        current = run;
        return ExitCode.of(perform(run, bench, out));
      } finally {
        stopped = keep || bench.stopServers(line -> {});
      }
    } finally {
      if (!stopped) {
        words.println("A server did not stop; its workspace is " + opened.folder());
        words.flush();
      } else if (workspace == null && !keep) {
        opened.dispose();
        say(out, "Nothing of it runs any more; " + opened.folder() + " was removed.");
      }
    }
  }

  /** A workspace that was begun keeps its server and its ports, whatever is asked for. */
  private void requireWhatWasAskedFor(Workbench bench, PortPair wished) {
    Installation used = bench.clusters().installation();
    boolean sameServer =
        postgres.isEmpty()
            || services
                .installations()
                .choose(postgres, progress -> {})
                .version()
                .equals(used.version());
    if (!sameServer || (ports != null && !bench.ports().equals(wished))) {
      throw new IllegalArgumentException(
          "This workspace was begun with PostgreSQL %s on the ports %s and keeps them; leave"
                  .formatted(used.version(), bench.ports())
              + " --postgres and --ports away, name another folder, or reset this one: lab reset.");
    }
  }

  private Verdict perform(GuidedLab run, Workbench bench, PrintWriter out) {
    GuidedLab.Subscription subscription = run.subscribe(new EventPrinter(run.lab(), out, json));
    Machine machine = Machine.here(bench.clusters().installation().version());
    try (Journal journal =
            Journal.open(
                bench.workspace(), run, machine, "command line", trouble -> say(out, trouble));
        ReplicationMonitor monitor = new ReplicationMonitor(bench.clusters())) {
      run.subscribe(journal::accept);
      monitor.subscribe(journal::accept);
      monitor.start();
      run.recheck().join();
      run.runAll().join();
    }
    subscription.close();
    Verdict verdict =
        run.states().stream().map(LabRunCommand::verdict).reduce(Verdict.PASSED, Verdict::and);
    if (json) {
      out.println(Json.of(answer(run, bench, verdict)));
    } else {
      out.println();
      out.println(chosenWords(verdict, run.states()));
    }
    out.flush();
    return verdict;
  }

  private void say(PrintWriter out, String words) {
    if (!json) {
      out.println(words);
      out.flush();
    }
  }

  private static Verdict verdict(StepState state) {
    return switch (state.status()) {
      case PASSED -> Verdict.PASSED;
      case FAILED -> Verdict.FAILED;
      case WAITING, READY, RUNNING, UNDETERMINED -> Verdict.UNDETERMINED;
    };
  }

  private static String chosenWords(Verdict verdict, List<StepState> states) {
    Tally tally = Tally.of(states.stream().map(StepState::how));
    String ways = tally.ways().isEmpty() ? "" : " (" + tally.ways() + ")";
    return tally.ofAll() + " steps passed" + ways + ": " + verdict.words();
  }

  private static Map<String, Object> answer(GuidedLab run, Workbench bench, Verdict verdict) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verdict", verdict.word());
    answer.put("postgres", bench.clusters().installation().version().toString());
    answer.put("steps", run.states().stream().map(LabRunCommand::step).toList());
    return answer;
  }

  private static Map<String, Object> step(StepState state) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("name", state.step().id());
    step.put("verdict", verdict(state).word());
    state.how().ifPresent(how -> step.put("how", how.word()));
    step.put("millis", state.millis());
    return step;
  }
}
