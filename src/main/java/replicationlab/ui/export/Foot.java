package replicationlab.ui.export;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The deck's title at the left of a page's foot and the page's number at the right. */
final class Foot extends HBox {

  private static final String STYLE = "-fx-font-size: 8px; -fx-text-fill: -color-fg-muted;";

  Foot(String title, String label, double width) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label number = words(label);
    number.setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(width);
    getChildren().addAll(words(title), gap, number);
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setStyle(STYLE);
    return label;
  }
}
