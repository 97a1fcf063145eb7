package replicationlab.ui.text;

import java.util.Objects;
import javafx.scene.Parent;

/** The style sheet of everything in this package. */
final class TextStyle {

  private static final String SHEET =
      Objects.requireNonNull(TextStyle.class.getResource("text.css")).toExternalForm();

  private TextStyle() {}

  static void apply(Parent node, String styleClass) {
    node.getStylesheets().add(SHEET);
    node.getStyleClass().add(styleClass);
  }
}
