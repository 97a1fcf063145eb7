package replicationlab.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Lets what is to be read be read to its end where it is higher than its room; with the keyboard
 * too, which it asks for only then.
 */
public class TextScroll extends ScrollPane {

  /** Holds the text, as wide as there is room. */
  public TextScroll(Region text) {
    super(text);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinSize(0, 0);
    getStyleClass().add("text-scroll");
    focusTraversableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> text.getHeight() > getViewportBounds().getHeight() + 1,
                text.heightProperty(),
                viewportBoundsProperty()));
  }
}
