package replicationlab.ui.present;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.WhileShown;

/** Which screen the audience has; away with one screen, where there is nothing to choose. */
final class ScreenPicker extends ComboBox<Rectangle2D> {

  private final ObservableList<Rectangle2D> screens;
  private final ReadOnlyObjectProperty<Rectangle2D> audience;
  private boolean showing;

  /**
   * @param chosen gets another screen that the speaker wants for the audience
   */
  ScreenPicker(
      ObservableList<Rectangle2D> screens,
      ReadOnlyObjectProperty<Rectangle2D> audience,
      Consumer<Rectangle2D> chosen) {
    this.screens = screens;
    this.audience = audience;
    getStyleClass().add("screen-picker");
    setAccessibleText("The audience's screen");
    managedProperty().bind(visibleProperty());
    setConverter(new Names());
    valueProperty()
        .subscribe((was, is) -> {
          if (is != null && !showing) {
            chosen.accept(is);
          }
        });
    WhileShown.subscribe(this, this::subscribe);
  }

  private Subscription subscribe() {
    ListChangeListener<Rectangle2D> listener = _ -> showScreens();
    screens.addListener(listener);
    return Subscription.combine(
        audience.subscribe(_ -> showScreens()), () -> screens.removeListener(listener));
  }

  private void showScreens() {
    showing = true;
    getItems().setAll(List.copyOf(screens));
    setValue(audience.get());
    setVisible(screens.size() > 1);
    // With its name, which big text can cut off in the box.
    LateTooltip.set(
        this,
        "The audience's screen: " + getConverter().toString(getValue()) + " (X swaps the two)");
    showing = false;
  }

  private final class Names extends StringConverter<Rectangle2D> {
    @Override
    public String toString(Rectangle2D screen) {
      return screen == null ? "" : ScreenChoice.name(screens, screen);
    }

    @Override
    public Rectangle2D fromString(String name) {
      throw new UnsupportedOperationException("nobody types screens");
    }
  }
}
