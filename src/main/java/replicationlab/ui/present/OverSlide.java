package replicationlab.ui.present;

import javafx.scene.Node;
import replicationlab.ui.kit.Keyboard;

/** What lies over a slide for a while and has the keyboard meanwhile. */
public final class OverSlide {

  private OverSlide() {}

  /**
   * Gives the keyboard back to the slide as soon as that which lies over it goes away, in whichever
   * window it was put away.
   */
  public static Node returning(Node over, Runnable focusSlide) {
    over.visibleProperty()
        .subscribe((was, is) -> {
          if (!is && Keyboard.isIn(over)) {
            focusSlide.run();
          }
        });
    return over;
  }
}
