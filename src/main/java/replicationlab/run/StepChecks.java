package replicationlab.run;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.LabSystem;
import replicationlab.check.Verdict;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.process.Cancellation;

/**
 * Carries out a step's checks.
 *
 * @param system what they look at
 */
record StepChecks(Supplier<LabSystem> system) {

  private static final String RECONNECTING = "reconnecting";

  private static final long BETWEEN_LOOKS_NANOS = 25_000_000;

  /** A standby that lost its primary tries again every 5 seconds (wal_retrieve_retry_interval). */
  private static final long RECONNECTING_NANOS = 8_000_000_000L;

  /** As long as pg_ctl by itself waits for a server to start ("pg_ctl" in PostgreSQL's manual). */
  private static final long STARTING_NANOS = 60_000_000_000L;

  /** What a single look says. */
  StepState.Status now(Step step) {
    return status(LabChecks.look(system.get(), step.checks()));
  }

  /**
   * Looks until all checks pass or the step's patience is over: a server needs time for what it was
   * told to do. A server that is just starting, and a standby that is about to connect again, are
   * waited for although a command had something to complain about: that is no fault. So a standby
   * that began to start while its primary was away gets the time that it needs once that is back.
   *
   * @param acted whether anything was done for the step
   * @param asMeant whether all of it went as it was meant to
   */
  List<CheckResult> settle(Step step, boolean acted, boolean asMeant, Cancellation cancellation) {
    long start = System.nanoTime();
    long patience = acted && asMeant ? step.patience() * 1_000_000_000L : 0;
    boolean lastLook = !acted;
    while (true) {
      List<CheckResult> evidence = LabChecks.look(system.get(), step.checks());
      if (status(evidence) == StepState.Status.PASSED || cancellation.isCancelled()) {
        return evidence;
      }
      long waited = System.nanoTime() - start;
      if (waited >= patience) {
        boolean starts = acted && starts();
        if (starts && waited < STARTING_NANOS && namesNoMistake(evidence)) {
          patience = waited + RECONNECTING_NANOS; // once it is up, a standby has to connect, too
        } else if (waited >= RECONNECTING_NANOS || !(starts || reconnects(evidence))) {
          if (lastLook) {
            return evidence;
          }
          lastLook = true; // it may have come up since the evidence was taken
        }
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  private boolean starts() {
    LabSystem now = system.get();
    return Stream.of(now.clusters().primary(), now.clusters().standby())
        .anyMatch(cluster -> now.control().state(cluster) == ClusterState.STARTING);
  }

  private static boolean reconnects(List<CheckResult> evidence) {
    return evidence.stream().anyMatch(result -> result.mistake().equals(RECONNECTING));
  }

  private static boolean namesNoMistake(List<CheckResult> evidence) {
    return evidence.stream()
        .map(CheckResult::mistake)
        .allMatch(mistake -> mistake.isEmpty() || mistake.equals(RECONNECTING));
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
