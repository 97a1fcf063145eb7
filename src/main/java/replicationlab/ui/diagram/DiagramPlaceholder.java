package replicationlab.ui.diagram;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import replicationlab.ui.kit.Theme;

/** Stands where a slide asks for a picture that is not there, and says how to put it there. */
public final class DiagramPlaceholder extends VBox {

  /**
   * @param file the picture as the slide names it, such as {@code ./images/failover.png}
   */
  public DiagramPlaceholder(String file) {
    getStyleClass().add("diagram-placeholder");
    Theme.style(this, DiagramView.SHEET);
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    Label title = new Label("Picture not found: " + file);
    title.getStyleClass().add("placeholder-title");
    Label remedy =
        new Label(
            "Put the file beside the deck, or describe it in assets/diagrams/"
                + name
                + ".diagram.");
    remedy.getStyleClass().add("placeholder-remedy");
    title.setWrapText(true);
    remedy.setWrapText(true);
    setAlignment(Pos.CENTER);
    setAccessibleText(title.getText() + ". " + remedy.getText());
    getChildren().addAll(new FontIcon(Feather.IMAGE), title, remedy);
  }
}
