package replicationlab.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are pressed while a {@link LastLook} is all there is of the window: whoever presses →
 * at once wants the next slide, and gets it when there is one; and whoever closes the window has it
 * closed as soon as that can be done in order. Use it on JavaFX's thread.
 */
final class EarlyInput implements EventHandler<KeyEvent> {

  private final List<KeyEvent> kept = new ArrayList<>();
  private boolean closed;

  private EarlyInput() {}

  /** Keeps from now on every key of this window, whatever scene it will have, and its closing. */
  static void keep(Stage stage) {
    EarlyInput input = new EarlyInput();
    stage.getProperties().put(EarlyInput.class, input);
    stage.addEventFilter(KeyEvent.ANY, input);
    stage.setOnCloseRequest(request -> {
      request.consume();
      input.closed = true;
    });
  }

  /**
   * Does something for a window that stays: whoever has closed it already needs no lab, and is not
   * to be kept by what one would ask.
   */
  static void unlessClosed(Stage stage, Runnable task) {
    if (!(stage.getProperties().get(EarlyInput.class) instanceof EarlyInput input)
        || !input.closed) {
      task.run();
    }
  }

  /** Gives the keys to the window as it is now, in their order, and keeps no more. */
  static void handOver(Stage stage) {
    if (stage.getProperties().remove(EarlyInput.class) instanceof EarlyInput input) {
      stage.removeEventFilter(KeyEvent.ANY, input);
      input.kept.forEach(key -> press(key, stage.getScene()));
      if (input.closed) {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
      }
    }
  }

  /** A key may give the keyboard to another node, or close the window. */
  private static void press(KeyEvent key, @Nullable Scene scene) {
    if (scene != null) {
      Node focused = scene.getFocusOwner();
      EventTarget target = focused == null ? scene : focused;
      Event.fireEvent(target, key.copyFor(target, target));
    }
  }

  @Override
  public void handle(KeyEvent key) {
    kept.add(key);
    key.consume();
  }
}
