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
import org.jspecify.annotations.Nullable;

/**
 * Keys that are pressed while a {@link LastLook} is all there is of the window: whoever presses →
 * at once wants the next slide, and gets it when there is one. Use it on JavaFX's thread.
 */
final class EarlyKeys implements EventHandler<KeyEvent> {

  private final List<KeyEvent> kept = new ArrayList<>();

  private EarlyKeys() {}

  /** Keeps from now on every key of this window, whatever scene it will have. */
  static void keep(Stage stage) {
    EarlyKeys keys = new EarlyKeys();
    stage.getProperties().put(EarlyKeys.class, keys);
    stage.addEventFilter(KeyEvent.ANY, keys);
  }

  /** Gives the keys to the window as it is now, in their order, and keeps no more. */
  static void handOver(Stage stage) {
    if (stage.getProperties().remove(EarlyKeys.class) instanceof EarlyKeys keys) {
      stage.removeEventFilter(KeyEvent.ANY, keys);
      keys.kept.forEach(key -> press(key, stage.getScene()));
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
