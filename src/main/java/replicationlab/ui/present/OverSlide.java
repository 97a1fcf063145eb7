package replicationlab.ui.present;

import javafx.scene.Node;

/** What lies over a slide for a while and has the keyboard meanwhile. */
public final class OverSlide {

  private OverSlide() {}

  /** Gives the keyboard back to the slide as soon as that which lies over it goes away. */
  public static Node returning(Node over, Runnable focusSlide) {
    over.visibleProperty()
        .subscribe((was, is) -> {
          if (!is && over.isFocusWithin()) {
            focusSlide.run();
          }
        });
    return over;
  }
}
