package replicationlab.run;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.LabSystem;
import replicationlab.check.Verdict;
import replicationlab.lab.Step;
import replicationlab.process.Cancellation;

/**
 * Carries out a step's checks.
 *
 * @param system what they look at
 */
record StepChecks(Supplier<LabSystem> system) {

  private static final long BETWEEN_LOOKS_NANOS = 25_000_000;

  /** What a single look says. */
  StepState.Status now(Step step) {
    return status(LabChecks.look(system.get(), step.checks()));
  }

  /**
   * Looks until all checks pass or the step's patience is over: a server needs time for what it was
   * told to do.
   */
  List<CheckResult> settle(Step step, boolean patient, Cancellation cancellation) {
    long deadline = System.nanoTime() + (patient ? step.patience() * 1_000_000_000L : 0);
    while (true) {
      List<CheckResult> evidence = LabChecks.look(system.get(), step.checks());
      if (status(evidence) == StepState.Status.PASSED
          || System.nanoTime() >= deadline
          || cancellation.isCancelled()) {
        return evidence;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  static StepState.Status status(List<CheckResult> evidence) {
    return switch (evidence.stream()
        .map(CheckResult::verdict)
        .reduce(Verdict.PASSED, Verdict::and)) {
      case PASSED -> StepState.Status.PASSED;
      case FAILED -> StepState.Status.FAILED;
      case UNDETERMINED -> StepState.Status.UNDETERMINED;
    };
  }
}
