package replicationlab.ui.text;

import javafx.scene.Parent;
import replicationlab.ui.kit.Theme;

/** The style sheet of everything in this package. */
public final class TextStyle {

  /** Its address. */
  public static final String SHEET = Theme.sheet(TextStyle.class, "text.css");

  private TextStyle() {}

  static void apply(Parent node, String styleClass) {
    Theme.style(node, SHEET);
    node.getStyleClass().add(styleClass);
  }
}
