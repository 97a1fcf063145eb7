package replicationlab.ui.present;

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
}
