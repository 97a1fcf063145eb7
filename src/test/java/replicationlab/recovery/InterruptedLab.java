package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;

/**
 * One workspace in which a lab is interrupted again and again, each time from the state before a
 * step; its own checkpoints bring it there.
 */
final class InterruptedLab {

  private static final String MINE = "what a student wrote\n";

  private final String postgres;
  private final List<Step> steps;
  private Path folder;
  private PortPair ports = TestLab.freePorts();
  private List<Cluster> ran = List.of();
  private @Nullable ServerSocket squatter;

  /**
   * @param only the steps to be interrupted, by their ids; empty for all
   */
  InterruptedLab(Path folder, String postgres, List<String> only) {
    this.folder = folder;
    this.postgres = postgres;
    this.steps =
        TestLab.exercise().steps().stream()
            .filter(step -> only.isEmpty() || only.contains(step.id()))
            .toList();
  }

  /** Strikes during each step; answers with those that were lost, and gives each row at once. */
  List<String> surviveAll(Fault fault, Consumer<String> rows) throws IOException {
    prepare();
    List<String> lost = new ArrayList<>();
    for (Step step : steps) {
      try {
        List<Finding> findings = survive(fault, step);
        rows.accept(row(fault, step, "survived, nothing lost, no process left", findings));
      } catch (AssertionError | RuntimeException e) {
        rows.accept(row(fault, step, "LOST: " + e, List.of()));
        lost.add(step.id() + ": " + e);
      } finally {
        tidy();
      }
    }
    return lost;
  }

  /** Does the lab once, undisturbed, so that there is a checkpoint after each step. */
  private void prepare() throws IOException {
    try (TestLab lab = TestLab.opened(folder, postgres, ports)) {
      Files.writeString(folder.resolve("notes.txt"), MINE);
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();
    }
  }

  private String row(Fault fault, Step step, String outcome, List<Finding> findings) {
    return "%-4s %-16s %-14s %s%s"
        .formatted(
            postgres,
            fault.words,
            step.id(),
            outcome,
            findings.stream()
                .map(finding ->
                    "\n" + " ".repeat(37) + finding.kind().word() + ": " + finding.words())
                .reduce("", String::concat));
  }

  /** Strikes during a step, opens the lab again, and does it to its end. */
  private List<Finding> survive(Fault fault, Step step) throws IOException {
    bringTo(step);
    strike(fault, step);
    List<Finding> findings;
    Workspace workspace = Workspace.open(folder);
    try (WorkspaceLock _ = WorkspaceLock.take(workspace)) {
      findings = new WorkspaceInspection(workspace, TestLab.opener(), words -> {}).putRight();
      try (TestLab lab = TestLab.toBeFinished(folder, postgres, ports)) {
        lab.run.recheck().join();
        assertThat(lab.run.runAll().join())
            .as("%s during %s: %s %s", fault.words, step.id(), findings, open(lab))
            .isTrue();
        assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
      }
    }
    assertThat(folder.resolve("notes.txt")).hasContent(MINE);
    assertThat(processesLeft()).as("%s during %s", fault.words, step.id()).isEmpty();
    return findings;
  }

  /** Why the lab did not come to its end. */
  private static List<String> open(TestLab lab) {
    return lab.run.states().stream()
        .filter(state -> state.status() != Status.PASSED && state.status() != Status.WAITING)
        .map(state ->
            state.step().id()
                + " "
                + state.status()
                + " "
                + state.message()
                + " "
                + state.evidence().stream().map(CheckResult::cause).toList())
        .toList();
  }

  /** The state before a step, with the servers stopped; whoever strikes starts them again. */
  private void bringTo(Step step) {
    try (TestLab lab = TestLab.opened(folder, postgres, ports)) {
      List<Step> all = lab.lab.steps();
      int index = all.indexOf(step);
      if (index == 0) {
        lab.bench.stopServers(line -> {});
        for (Path path : List.of(lab.primary().data(), lab.standby().data())) {
          if (Files.exists(path)) {
            lab.bench.workspace().setAside(path);
          }
        }
        lab.run.recheck().join();
      } else {
        lab.run.goBack(checkpointAfter(lab, all.get(index - 1))).join();
      }
      ran = lab.bench.running();
    }
  }

  private static Checkpoint checkpointAfter(TestLab lab, Step step) {
    return lab.run.checkpoints().stream()
        .filter(each -> each.kind() == Checkpoint.Kind.STEP)
        .filter(each -> each.step().equals(step.id()))
        .findFirst()
        .orElseThrow();
  }

  private void strike(Fault fault, Step step) throws IOException {
    TestLab lab = TestLab.opened(folder, postgres, ports);
    ran.forEach(lab::start);
    Strike strike = new Strike(folder, postgres, ports);
    switch (fault) {
      case LAB_KILLED, POWER_CUT, ASLEEP, TWO_WINDOWS -> {
        lab.run.close();
        strike.anotherProgram(fault, step);
      }
      default -> strike.thisProgram(fault, step, lab);
    }
    switch (fault) {
      case MOVED -> move();
      case PORT_TAKEN -> takePort(lab, step);
      default -> {
        // It has struck.
      }
    }
  }

  private void move() throws IOException {
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "x");
    Files.move(folder, elsewhere);
    folder = elsewhere;
  }

  /** The servers go, and one of their ports goes to somebody else for good. */
  private void takePort(TestLab lab, Step step) throws IOException {
    assertThat(lab.bench.stopServers(line -> {})).isTrue();
    boolean thePrimarys = lab.lab.steps().indexOf(step) % 2 == 0;
    int port = thePrimarys ? ports.primary() : ports.standby();
    squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    ports = ports.nearestFree();
  }

  /** So that the next step's trial begins well, however this one ended. */
  private void tidy() throws IOException {
    if (squatter != null) {
      squatter.close();
      squatter = null;
    }
    Strike.processes(folder)
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  private List<String> processesLeft() {
    return Strike.processes(folder).stream()
        .filter(RunningPrograms::runs)
        .map(InterruptedLab::words)
        .toList();
  }

  private static String words(long pid) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return pid + " " + new String(line, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    } catch (IOException goneMeanwhile) {
      return pid + " has just ended";
    }
  }
}
