package replicationlab.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import replicationlab.settings.Settings;
import replicationlab.settings.Settings.Bounds;

/** Puts the window where it was, as long as there is still a screen. */
final class WindowPlace {

  private static final double WIDTH = 1680;
  private static final double HEIGHT = 980;
  private static final double FRAME = 60;

  private WindowPlace() {}

  /** A window that has come with its {@link LastLook} stays where it is. */
  static void restore(Stage stage, Settings.Window window) {
    if (LastLook.isOn(stage)) {
      return;
    }
    Bounds bounds = window.bounds();
    if (bounds != null && isOnAScreen(bounds)) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
      stage.setWidth(bounds.width());
      stage.setHeight(bounds.height());
    } else {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(WIDTH, screen.getWidth() - FRAME));
      stage.setHeight(Math.min(HEIGHT, screen.getHeight() - FRAME));
      // As large as the screen, a frame would reach beyond it.
      boolean fits = WIDTH < screen.getWidth() && HEIGHT < screen.getHeight();
      stage.setMaximized(window.maximised() || !fits);
      return;
    }
    stage.setMaximized(window.maximised());
  }

  private static boolean isOnAScreen(Bounds bounds) {
    return Screen.getScreens().stream()
        .anyMatch(screen ->
            screen.getVisualBounds().contains(bounds.x() + 40, bounds.y() + 20)
                && bounds.width() <= screen.getBounds().getWidth());
  }

  static Settings.Window of(Stage stage, Settings.Window before) {
    if (stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
      return new Settings.Window(before.bounds(), stage.isMaximized());
    }
    return new Settings.Window(
        new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()), false);
  }
}
