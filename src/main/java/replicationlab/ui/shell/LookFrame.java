package replicationlab.ui.shell;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import replicationlab.settings.Settings;

/**
 * What is around the slide in a {@link LastLook}.
 *
 * @param title the window's
 * @param window where the window was
 * @param place where the slide was in it, in JavaFX's pixels
 * @param background the window's
 * @param screens tells other screens from those that there were
 * @param dark whether the system wished for dark windows
 */
record LookFrame(
    String title,
    Settings.Window window,
    Rectangle2D place,
    Color background,
    int screens,
    boolean dark) {

  /** As it is now; on JavaFX's thread. */
  static LookFrame of(Stage stage, Settings.Window window, Node slide) {
    Bounds place = slide.localToScene(slide.getBoundsInLocal());
    return new LookFrame(
        stage.getTitle(),
        window,
        new Rectangle2D(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight()),
        background(stage.getScene()),
        screensNow(),
        isDarkNow());
  }

  /** Whether a window would be framed in the same way now; on JavaFX's thread. */
  boolean fits() {
    return screens == screensNow() && dark == isDarkNow();
  }

  private static int screensNow() {
    return Screen.getScreens().stream()
        .map(screen -> List.of(screen.getVisualBounds(), screen.getOutputScaleX()))
        .toList()
        .hashCode();
  }

  private static boolean isDarkNow() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
  }

  private static Color background(Scene scene) {
    return scene.getRoot() instanceof Region root
            && root.getBackground() != null
            && !root.getBackground().getFills().isEmpty()
            && root.getBackground().getFills().getFirst().getFill() instanceof Color color
        ? color
        : Color.WHITE;
  }
}
