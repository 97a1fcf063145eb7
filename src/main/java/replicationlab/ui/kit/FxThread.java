package replicationlab.ui.kit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The one bridge from other threads to JavaFX's. */
public final class FxThread {

  private FxThread() {}

  /** Runs a task on JavaFX's thread: at once when already there. Use it as an executor. */
  public static void run(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }

  /** Runs a task on JavaFX's thread once what runs there now is done. */
  public static void later(Runnable task) {
    Platform.runLater(task);
  }

  /** Runs a task once what is shown now has been laid out and handed over for drawing. */
  public static void afterNextFrame(Runnable task) {
    // A frame's timers come before its layout: the second one finds the first laid out.
    inFrame(2, task);
  }

  /** Runs a task once what is shown now has been drawn. */
  public static void onceDrawn(Runnable task) {
    // One frame is handed over for drawing when the one before has been drawn.
    inFrame(3, () -> later(task));
  }

  private static void inFrame(int number, Runnable task) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == number) {
          stop();
          task.run();
        }
      }
    }.start();
  }

  /**
   * A receiver for any thread that hands on to {@code view}, on JavaFX's thread, only the newest of
   * the values that come faster than it can show them.
   */
  public static <T> Consumer<T> latest(Consumer<T> view) {
    AtomicReference<T> waiting = new AtomicReference<>();
    return value -> {
      if (waiting.getAndSet(value) == null) {
        Platform.runLater(() -> {
          T newest = waiting.getAndSet(null);
          if (newest != null) {
            view.accept(newest);
          }
        });
      }
    };
  }
}
