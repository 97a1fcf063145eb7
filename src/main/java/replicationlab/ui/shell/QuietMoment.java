package replicationlab.ui.shell;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/**
 * Calls something once nobody has touched the keyboard or the mouse for a while; and again only
 * after somebody has.
 */
final class QuietMoment {

  private static final Duration QUIET = Duration.ofSeconds(30);

  private final Duration quiet;
  private final Runnable task;
  private long last;
  private boolean waiting;

  /**
   * @param task runs on a thread of its own
   */
  QuietMoment(Scene scene, Duration quiet, Runnable task) {
    this.quiet = quiet;
    this.task = task;
    scene.addEventFilter(InputEvent.ANY, _ -> touched());
    touched();
  }

  /**
   * Gives memory back in such moments: Java's small collector leaves what has grown old until it
   * needs the room, so that a window left alone would keep several times what it uses.
   */
  static void giveBackMemory(Scene scene) {
    var _ = new QuietMoment(scene, QUIET, System::gc);
  }

  private void touched() {
    last = System.nanoTime();
    if (!waiting) {
      waiting = true;
      look(quiet.toNanos());
    }
  }

  private void look(long inNanos) {
    CompletableFuture.delayedExecutor(inNanos, TimeUnit.NANOSECONDS, Platform::runLater)
        .execute(this::lookNow);
  }

  private void lookNow() {
    long left = last + quiet.toNanos() - System.nanoTime();
    if (left > 0) {
      look(left);
    } else {
      waiting = false;
      Thread.startVirtualThread(task);
    }
  }
}
