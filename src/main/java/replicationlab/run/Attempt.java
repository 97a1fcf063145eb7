package replicationlab.run;

import java.util.List;
import replicationlab.lab.Action;
import replicationlab.progress.Help;

/** What is done for a step before its checks, and what that makes of how it was passed. */
enum Attempt {
  CHECK,
  RUN,
  SKIP;

  /** What has passed once keeps its merit, however often it is done again. */
  Help help(StepState before, List<Action> done) {
    return before.status() != StepState.Status.PASSED && this == RUN && !done.isEmpty()
        ? Help.DONE
        : before.help();
  }

  boolean skipped(StepState before, StepState.Status after) {
    return before.status() == StepState.Status.PASSED
        ? before.skipped()
        : this == SKIP && after == StepState.Status.PASSED;
  }
}
