package replicationlab.ui.kit;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;

/**
 * A place whose content is made when it is first seen: what nobody looks at yet would keep the
 * first slide waiting.
 */
public final class AtFirstSight extends StackPane {

  /** Held here, because a binding that nobody holds is collected, and then hears nothing. */
  private final ObservableBooleanValue seen;

  private AtFirstSight(ObservableBooleanValue chosen, Supplier<? extends Node> make) {
    // As small as its content may be; else a part of the window could not be made smaller.
    setMinSize(0, 0);
    seen = Bindings.and(chosen, sceneProperty().isNotNull());
    seen.addListener((property, was, is) -> {
      if (is && getChildren().isEmpty()) {
        getChildren().setAll(make.get());
      }
    });
  }

  /**
   * Makes it when the place first comes into a window.
   *
   * @param make is called once, on JavaFX's thread
   */
  public static Node of(Supplier<? extends Node> make) {
    return new AtFirstSight(new SimpleBooleanProperty(true), make);
  }

  /**
   * Gives a tab its content when it is first chosen in a window: JavaFX has the contents of all
   * tabs in the window from the beginning.
   *
   * @param make is called once, on JavaFX's thread, before whoever listens to the tab from now on
   *     hears that it was chosen
   */
  public static void in(Tab tab, Supplier<? extends Node> make) {
    tab.setContent(new AtFirstSight(tab.selectedProperty(), make));
  }
}
