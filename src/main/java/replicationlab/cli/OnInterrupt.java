package replicationlab.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something before the program ends by Ctrl+C or a signal. */
final class OnInterrupt {

  private static final long BETWEEN_CANCELS_MILLIS = 100;

  /** Whoever presses Ctrl+C does not wait for longer than that. */
  private static final int MOST_CANCELS = 600;

  private OnInterrupt() {}

  /** Does {@code work}; if the program is told to end meanwhile, does {@code rescue} first. */
  static void run(Runnable work, Runnable rescue) {
    Thread hook = new Thread(rescue, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    work.run();
    remove(hook);
  }

  /**
   * Does {@code work}; if the program is told to end meanwhile, it ends only after the work has,
   * which cleans up after itself.
   *
   * @param cancel makes the work end soon; called until it has, since it may be between two things
   */
  static <T> T finish(Callable<T> work, Runnable cancel) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> cancelUntil(ended, cancel), "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.call();
    } finally {
      ended.countDown();
      remove(hook);
    }
  }

  private static void cancelUntil(CountDownLatch ended, Runnable cancel) {
    try {
      int cancels = 0;
      do {
        cancel.run();
        cancels++;
      } while (!ended.await(BETWEEN_CANCELS_MILLIS, TimeUnit.MILLISECONDS)
          && cancels < MOST_CANCELS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook has begun.
      System.getLogger(OnInterrupt.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
    }
  }
}
