package replicationlab.ui.shell;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

/**
 * Waits until the window manager has given the window its frame, its size and the keyboard: each of
 * them takes away what is drawn, and nobody draws it again while the rest is made.
 */
final class Steady extends AnimationTimer {

  private static final int FRAMES = 5;
  private static final int PATIENCE = 40;

  /** Differs from 1 for no eye. */
  private static final double OTHERWISE_THE_SAME = 0.9999;

  private final Stage stage;
  private final Node view;
  private final Runnable then;
  private double width;
  private int all;
  private int same;

  Steady(Stage stage, Node view, Runnable then) {
    this.stage = stage;
    this.view = view;
    this.then = then;
  }

  @Override
  public void handle(long now) {
    double is = stage.getScene().getWidth();
    same = stage.isFocused() && is == width ? same + 1 : 0;
    width = is;
    // A frame waits for the one before to be drawn only when there is something new to draw.
    view.setOpacity(++all % 2 == 0 ? 1 : OTHERWISE_THE_SAME);
    if (same == FRAMES || all == PATIENCE) {
      stop();
      // What has been drawn comes onto the screen as a task of this thread.
      Platform.runLater(then);
    }
  }
}
