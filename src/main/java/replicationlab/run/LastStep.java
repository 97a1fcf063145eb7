package replicationlab.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Whoever opens the workspace next shall not find us still at work in it. */
final class LastStep {

  /** More than a command that is ended takes to obey. */
  private static final int SECONDS = 5;

  private LastStep() {}

  /**
   * Waits for what was still being done when the steps were shut down; answers whether it ended.
   */
  static boolean await(ExecutorService steps) {
    try {
      return steps.awaitTermination(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
