package replicationlab.ui.kit;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/** Moves a view's parts about when its size or its text's size is another. */
public final class Rearranging {

  private Rearranging() {}

  /**
   * Runs the task now and whenever one of these has changed; not at once, because JavaFX tells of a
   * new font while it goes through the children, and of a new size while it lays them out.
   *
   * @param changes a node's own properties; a binding made of them is held by nobody, and gone soon
   */
  public static void when(Runnable task, ObservableValue<?>... changes) {
    task.run();
    for (ObservableValue<?> each : changes) {
      each.addListener((property, was, is) -> Platform.runLater(task));
    }
  }
}
