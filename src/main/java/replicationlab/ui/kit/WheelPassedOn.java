package replicationlab.ui.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.ScrollEvent;

/**
 * A page that scrolls goes on scrolling when the pointer comes over a text that is as high as its
 * lines. RichTextFX's areas would keep the wheel for themselves.
 */
public final class WheelPassedOn {

  private WheelPassedOn() {}

  /** Gives what the wheel does over an area to whatever the area lies in. */
  public static void by(Node area) {
    area.addEventFilter(ScrollEvent.ANY, event -> passOn(event, area.getParent()));
  }

  private static void passOn(ScrollEvent event, Parent parent) {
    if (parent != null) {
      event.consume();
      parent.fireEvent(event.copyFor(parent, parent));
    }
  }
}
