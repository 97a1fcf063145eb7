package replicationlab.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A tooltip that is made when the pointer first comes. Making one takes longer than making what it
 * is for, and most slides are left before anybody has pointed at anything.
 */
public final class LateTooltip {

  private LateTooltip() {}

  /** Gives a control a tooltip, which screen readers know from the beginning. */
  public static void set(Control control, String words) {
    control.setAccessibleHelp(words);
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent pointer) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            control.setTooltip(new Tooltip(words));
          }
        });
  }
}
