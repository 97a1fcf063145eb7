package replicationlab.ui.diagram;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import replicationlab.ui.kit.Theme;

/** Stands where a slide asks for a picture that is not there, and says how to put it there. */
public final class DiagramPlaceholder extends VBox {

  /** More of a name tells nobody anything. */
  private static final int LONGEST = 200;

  /**
   * For a picture that is nowhere.
   *
   * @param file the picture as the slide names it, such as {@code ./images/failover.png}
   */
  public DiagramPlaceholder(String file) {
    this(
        "Picture not found: " + brief(file),
        "Put the file beside the deck, or describe it in assets/diagrams/"
            + brief(file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", ""))
            + ".diagram.");
  }

  /**
   * For a picture that is there and cannot be shown.
   *
   * @param why as the rest of a sentence that begins with the picture
   */
  public static DiagramPlaceholder because(String file, String why) {
    return new DiagramPlaceholder("Picture not shown: " + brief(file), "It " + why + ".");
  }

  private DiagramPlaceholder(String headline, String advice) {
    getStyleClass().add("diagram-placeholder");
    Theme.style(this, DiagramView.SHEET);
    Label title = new Label(headline);
    title.getStyleClass().add("placeholder-title");
    Label remedy = new Label(advice);
    remedy.getStyleClass().add("placeholder-remedy");
    title.setWrapText(true);
    remedy.setWrapText(true);
    setAlignment(Pos.CENTER);
    setAccessibleText(title.getText() + ". " + remedy.getText());
    getChildren().addAll(new FontIcon(Feather.IMAGE), title, remedy);
  }

  private static String brief(String name) {
    return name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
  }
}
