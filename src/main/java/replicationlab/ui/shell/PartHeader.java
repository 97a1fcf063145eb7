package replicationlab.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Rearranging;

/**
 * A part's name and buttons, and between them a note of what is in it. Where not all of that has
 * room, the name's icon stands for the name.
 */
final class PartHeader extends HBox {

  private final Label title;

  PartHeader(Icons icon, String name, Node... buttons) {
    title = new Label(name, icon.node());
    title.getStyleClass().add("part-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(title, space);
    getChildren().addAll(buttons);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("part-header");
    Rearranging.when(this::fit, widthProperty(), title.fontProperty());
  }

  /** Puts a note beside the name, in the place of the one before. */
  void note(Label note) {
    getChildren().removeIf(each -> each instanceof Label && !each.equals(title));
    getChildren().add(1, note);
    note.setMinWidth(USE_PREF_SIZE);
    Rearranging.when(this::fit, note.textProperty(), note.visibleProperty());
  }

  private void fit() {
    title.setContentDisplay(ContentDisplay.LEFT);
    applyCss();
    boolean fits = prefWidth(-1) <= getWidth() || getWidth() == 0;
    title.setContentDisplay(fits ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
  }
}
