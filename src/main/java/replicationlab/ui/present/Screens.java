package replicationlab.ui.present;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** The screens of this machine, as they come and go. */
public final class Screens {

  private Screens() {}

  /** Their bounds in JavaFX's pixels, the first one being the system's first. */
  public static ObservableList<Rectangle2D> bounds() {
    ObservableList<Rectangle2D> bounds = FXCollections.observableArrayList();
    bounds.setAll(Screen.getScreens().stream().map(Screen::getBounds).toList());
    Screen.getScreens()
        .addListener(
            (ListChangeListener<Screen>)
                _ -> bounds.setAll(Screen.getScreens().stream().map(Screen::getBounds).toList()));
    return bounds;
  }

  /** Such as "Screen 2 (1920 × 1080)". */
  public static String name(List<Rectangle2D> screens, Rectangle2D screen) {
    return ScreenChoice.name(screens, screen);
  }
}
