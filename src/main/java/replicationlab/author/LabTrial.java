package replicationlab.author;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.LabSystem;
import replicationlab.check.Verdict;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.run.LabRun;
import replicationlab.run.StepState;
import replicationlab.run.Workbench;

/**
 * Does a lab as its author says that it is done, on a real PostgreSQL: each step's checks must not
 * pass before its solution and must pass after it, and a reset must undo them all.
 */
public final class LabTrial {

  private final Lab lab;
  private final Workbench bench;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile @Nullable LabRun current;

  /**
   * @param bench an untouched workspace, which is empty again afterwards
   */
  public LabTrial(Lab lab, Workbench bench) {
    this.lab = lab;
    this.bench = bench;
  }

  /** Ends what runs, and reaches no further step. May be called by any thread, more than once. */
  public void cancel() {
    cancelled.set(true);
    LabRun run = current;
    if (run != null) {
      run.cancel();
    }
  }

  /** Tries every step; those after one that does not pass are not reached. */
  public List<StepTrial> run() {
    List<StepTrial> trials = new ArrayList<>();
    try (LabRun run = new LabRun(lab, bench)) {
      current = run;
      for (Step step : lab.steps()) {
        boolean reached = !cancelled.get() && (trials.isEmpty() || trials.getLast().passesAfter());
        trials.add(
            reached
                ? one(run, step)
                : new StepTrial(step, false, false, false, false, "not reached", 0));
      }
    }
    if (!bench.stopServers(line -> {})) {
      return trials.stream()
          .map(trial -> trial.afterReset(false, "; a server did not stop, so nothing was reset"))
          .toList();
    }
    bench.workspace().reset();
    return trials.stream().map(this::undone).toList();
  }

  private StepTrial one(LabRun run, Step step) {
    StepState before = run.check(step).join();
    boolean held = before.status() == StepState.Status.PASSED;
    boolean mayHold = step.mayHoldBefore().contain(run.major());
    StepState after = run.run(step).join();
    // A command that did not do what it should may leave checks that pass all the same.
    boolean passed = after.status() == StepState.Status.PASSED && after.message().isEmpty();
    String complaint = passed ? "" : causes(after);
    if (held && !mayHold) {
      complaint +=
          " Its checks pass before its solution; if that is meant, write ```check holds-before.";
    }
    return new StepTrial(
        step, true, !held || mayHold, passed, false, complaint.strip(), after.millis());
  }

  private static String causes(StepState state) {
    String found =
        state.evidence().stream()
            .filter(result -> result.verdict() != Verdict.PASSED)
            .map(LabTrial::cause)
            .collect(Collectors.joining(" "));
    return state.message().isEmpty() ? found : state.message() + " " + found;
  }

  private static String cause(CheckResult result) {
    return result.name() + ": " + result.cause();
  }

  private StepTrial undone(StepTrial trial) {
    List<CheckResult> results =
        LabChecks.look(
            LabSystem.of(bench.clusters(), bench.control()),
            trial.step().checks().stream()
                .map(check ->
                    new CheckSpec(
                        check.line(),
                        check.name(),
                        check.arguments().stream().map(bench.wording()::of).toList()))
                .toList());
    boolean holds = results.stream().allMatch(result -> result.verdict() == Verdict.PASSED);
    boolean undone = !trial.reached() || !holds;
    return trial.afterReset(undone, undone ? "" : " Its checks still pass after a reset.");
  }
}
