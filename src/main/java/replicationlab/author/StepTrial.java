package replicationlab.author;

import replicationlab.lab.Step;

/**
 * What became of a step when it was tried.
 *
 * @param reached whether the steps before it passed, so that it could be tried at all
 * @param failsBefore whether its checks did not pass before its solution, or need not
 * @param passesAfter whether they passed after it
 * @param undone whether they no longer passed after a reset
 * @param complaint what was wrong, for the author; empty for nothing
 * @param millis how long the solution and its checks took
 */
public record StepTrial(
    Step step,
    boolean reached,
    boolean failsBefore,
    boolean passesAfter,
    boolean undone,
    String complaint,
    long millis) {

  /** Whether the step is as it should be. */
  public boolean good() {
    return reached && failsBefore && passesAfter && undone;
  }

  StepTrial afterReset(boolean isUndone, String left) {
    return new StepTrial(
        step, reached, failsBefore, passesAfter, isUndone, complaint + left, millis);
  }
}
