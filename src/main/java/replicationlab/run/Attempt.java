package replicationlab.run;

import java.util.List;
import java.util.function.Supplier;
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

  /**
   * What there is to do. A step that is skipped is done all the same unless it holds already: later
   * ones need it.
   */
  List<Action> todo(List<Action> actions, Supplier<StepState.Status> now) {
    boolean nothing =
        switch (this) {
          case CHECK -> true;
          case RUN -> false;
          case SKIP -> now.get() == StepState.Status.PASSED;
        };
    return nothing ? List.of() : actions;
  }

  boolean skipped(StepState before, StepState.Status after) {
    return before.status() == StepState.Status.PASSED
        ? before.skipped()
        : this == SKIP && after == StepState.Status.PASSED;
  }
}
