package replicationlab.ui.files;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands in for JavaFX's thread: the one on which it was made. What that thread gives it runs at
 * once, and what others give it waits, as it would there, until {@link #catchUp}.
 */
final class OneThread implements Executor {

  private final Thread thread = Thread.currentThread();
  private final BlockingQueue<Runnable> fromOthers = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable work) {
    if (Thread.currentThread() == thread) {
      work.run();
    } else {
      fromOthers.add(work);
    }
  }

  /** Does what other threads have asked for meanwhile. */
  void catchUp() {
    Runnable next = fromOthers.poll();
    while (next != null) {
      next.run();
      next = fromOthers.poll();
    }
  }
}
