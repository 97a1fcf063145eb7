package replicationlab.ui.present;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Which screen is whose. Screens have no names, so each is known by its bounds, in JavaFX's pixels.
 *
 * @param audience where the audience's slide is
 * @param speaker where the speaker's window has a whole screen; null when there is only one screen,
 *     and the window is an ordinary one
 */
record ScreenChoice(Rectangle2D audience, @Nullable Rectangle2D speaker) {

  /**
   * The audience has the screen that it had before; else the one where the program's own window is
   * not, because that is the one in front of the speaker.
   *
   * @param screens all that there are now, at least one
   * @param remembered the audience's screen of the last time; null for none
   * @param own the middle of the program's window
   */
  static ScreenChoice of(
      List<Rectangle2D> screens, @Nullable Rectangle2D remembered, Rectangle2D own) {
    if (screens.size() == 1) {
      return new ScreenChoice(screens.getFirst(), null);
    }
    Rectangle2D home = near(screens, own);
    Rectangle2D audience =
        remembered != null && screens.contains(remembered)
            ? remembered
            : screens.stream().filter(screen -> !screen.equals(home)).findFirst().orElse(home);
    Rectangle2D speaker =
        !home.equals(audience)
            ? home
            : screens.stream().filter(screen -> !screen.equals(audience)).findFirst().orElseThrow();
    return new ScreenChoice(audience, speaker);
  }

  /** The other way round; with one screen the same. */
  ScreenChoice swapped() {
    return speaker == null ? this : new ScreenChoice(speaker, audience);
  }

  /** The screen that has most of a window, or else is nearest to it. */
  static Rectangle2D near(List<Rectangle2D> screens, Rectangle2D window) {
    return screens.stream()
        .min(Comparator.comparingDouble(screen -> distance(screen, window)))
        .orElseThrow();
  }

  private static double distance(Rectangle2D screen, Rectangle2D window) {
    double x = window.getMinX() + window.getWidth() / 2;
    double y = window.getMinY() + window.getHeight() / 2;
    double dx = Math.max(0, Math.max(screen.getMinX() - x, x - screen.getMaxX()));
    double dy = Math.max(0, Math.max(screen.getMinY() - y, y - screen.getMaxY()));
    return Math.hypot(dx, dy);
  }

  /** Such as "Screen 2 (1920 × 1080)". */
  static String name(List<Rectangle2D> screens, Rectangle2D screen) {
    return "Screen %d (%.0f \u00d7 %.0f)"
        .formatted(screens.indexOf(screen) + 1, screen.getWidth(), screen.getHeight());
  }
}
