package replicationlab.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/** Moves a view's parts about when its size or its text's size is another. */
public final class Rearranging {

  private final Runnable task;

  /** A view may be made in another thread than JavaFX's. */
  private final AtomicBoolean due = new AtomicBoolean();

  private volatile boolean runs;

  private Rearranging(Runnable task) {
    this.task = task;
  }

  /**
   * Runs the task now and whenever one of these has changed; not at once, because JavaFX tells of a
   * new font while it goes through the children, and of a new size while it lays them out. However
   * many have changed by then it runs once, and not again for what it has changed itself: a style
   * that is applied in it may set a font twice, and each would bring two more.
   *
   * @param changes a node's own properties; a binding made of them is held by nobody, and gone soon
   */
  public static void when(Runnable task, ObservableValue<?>... changes) {
    Rearranging rearranging = new Rearranging(task);
    rearranging.carryOut();
    for (ObservableValue<?> each : changes) {
      each.addListener((property, was, is) -> rearranging.soon());
    }
  }

  private void soon() {
    if (!runs && due.compareAndSet(false, true)) {
      Platform.runLater(this::carryOut);
    }
  }

  private void carryOut() {
    due.set(false);
    runs = true;
    try {
      task.run();
    } finally {
      runs = false;
    }
  }
}
