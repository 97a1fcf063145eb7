package replicationlab.ui.present;

import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * A window that has a whole screen, without a frame, or is an ordinary one. JavaFX knows one
 * full-screen stage and drops it when another window gets the keyboard, so a window without a frame
 * is laid over the screen; and a stage's frame is for ever, so from one to the other it is another
 * stage with the same content.
 */
final class ScreenWindow {

  private final String title;
  private final Supplier<Scene> scenes;
  private final Runnable closed;
  private @Nullable Stage stage;
  private @Nullable Scene scene;
  private boolean whole;

  /**
   * A window that does not show yet.
   *
   * @param scenes makes its content when it is shown the first time
   * @param closed when the user closes it by the system's means
   */
  ScreenWindow(String title, Supplier<Scene> scenes, Runnable closed) {
    this.title = title;
    this.scenes = scenes;
    this.closed = closed;
  }

  boolean isShowing() {
    return stage != null && stage.isShowing();
  }

  @Nullable Stage stage() {
    return stage;
  }

  @Nullable Scene scene() {
    return scene;
  }

  /** Covers a screen. */
  void cover(Rectangle2D screen) {
    Stage shown = stage(true);
    place(shown, screen);
    shown.show();
    // Some window systems think for themselves where a new window belongs.
    place(shown, screen);
    shown.toFront();
  }

  /** An ordinary window of this size in the middle of a screen; one that is there stays there. */
  void window(Rectangle2D screen, double width, double height) {
    boolean moves = !isShowing() || whole || !lies(screen);
    Stage shown = stage(false);
    if (moves) {
      double w = Math.min(width, screen.getWidth());
      double h = Math.min(height, screen.getHeight());
      place(
          shown,
          new Rectangle2D(
              screen.getMinX() + (screen.getWidth() - w) / 2,
              screen.getMinY() + (screen.getHeight() - h) / 2,
              w,
              h));
    }
    shown.show();
    shown.toFront();
  }

  private boolean lies(Rectangle2D screen) {
    Stage now = stage;
    return now != null
        && screen.contains(now.getX() + now.getWidth() / 2, now.getY() + now.getHeight() / 2);
  }

  void hide() {
    Stage now = stage;
    Scene content = scene;
    stage = null;
    scene = null;
    if (now != null) {
      now.close();
    }
    if (content != null) {
      // Whoever listens only while in a window stops now.
      content.setRoot(new StackPane());
    }
  }

  private Stage stage(boolean withoutFrame) {
    Stage now = stage;
    if (now != null && whole == withoutFrame) {
      return now;
    }
    whole = withoutFrame;
    Scene content = scene == null ? scenes.get() : scene;
    scene = content;
    Stage next = new Stage(withoutFrame ? StageStyle.UNDECORATED : StageStyle.DECORATED);
    next.setTitle(title);
    if (now != null) {
      // A scene belongs to one stage.
      Parent root = content.getRoot();
      content.setRoot(new StackPane());
      now.close();
      content.setRoot(root);
    }
    next.setScene(content);
    next.setOnCloseRequest((WindowEvent event) -> {
      event.consume();
      closed.run();
    });
    stage = next;
    return next;
  }

  private static void place(Stage stage, Rectangle2D where) {
    stage.setX(where.getMinX());
    stage.setY(where.getMinY());
    stage.setWidth(where.getWidth());
    stage.setHeight(where.getHeight());
  }
}
