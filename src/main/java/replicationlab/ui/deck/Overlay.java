package replicationlab.ui.deck;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** The frame of whatever lies over the slide: its name, and a button that closes it. */
class Overlay extends BorderPane {

  private final HBox header = new HBox();
  private final Node focus;

  /**
   * An overlay without content.
   *
   * @param focus has the keyboard when it opens
   */
  Overlay(Icons icon, String name, Node focus, Runnable close) {
    this.focus = focus;
    getStyleClass().add("overlay");
    Label title = new Label(name, icon.node());
    title.getStyleClass().add("overlay-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.SOMETIMES);
    Button shut = Buttons.pictured(Icons.CLOSE, "Close (Esc)", close);
    shut.setFocusTraversable(false);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("overlay-header");
    header.getChildren().addAll(title, gap, shut);
    setTop(header);
    setAccessibleText(name);
  }

  /** Puts something between the name and the button. */
  final void inHeader(Node node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    header.getChildren().add(1, node);
  }

  final void takeFocus() {
    focus.requestFocus();
  }
}
