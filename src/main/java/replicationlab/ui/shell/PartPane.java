package replicationlab.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** A part of the window, with buttons to hide it or give it the whole window. */
final class PartPane extends BorderPane {

  private @Nullable PartHeader header;

  private PartPane() {
    getStyleClass().add("part");
    // What is hidden or shrunk must not keep the others from growing.
    setMinSize(0, 0);
    // And what is too high for its part must not lie over the header, nor over the neighbours.
    Rectangle window = new Rectangle();
    window.widthProperty().bind(widthProperty());
    window.heightProperty().bind(heightProperty());
    setClip(window);
  }

  /** With a header that has its name; a double click on a header does what the button does. */
  static PartPane named(
      Icons icon, String name, Node content, Runnable wholeWindow, Runnable hide) {
    PartHeader header = new PartHeader(icon, name, whole(wholeWindow), hide(hide));
    header.setOnMouseClicked(event -> {
      if (isDoubleClick(event)) {
        wholeWindow.run();
      }
    });
    PartPane pane = new PartPane();
    // In this order, so that the header lies over what is too high, and not the other way round.
    pane.hold(content);
    pane.setTop(header);
    pane.header = header;
    return pane;
  }

  /** Shows a note beside the part's name. */
  void note(Label note) {
    if (header != null) {
      header.note(note);
    }
  }

  /** Whose content has tabs that say what it is: the buttons lie at their end and take no room. */
  static PartPane tabbed(Node content, Runnable wholeWindow, Runnable hide) {
    return tabbed(content, new HBox(whole(wholeWindow), hide(hide)), wholeWindow);
  }

  /** The same for a part that is never hidden. */
  static PartPane tabbed(Node content, Runnable wholeWindow) {
    return tabbed(content, new HBox(whole(wholeWindow)), wholeWindow);
  }

  private static PartPane tabbed(Node content, HBox buttons, Runnable wholeWindow) {
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("part-buttons");
    buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(buttons, Pos.TOP_RIGHT);
    // So that no tab lies under them.
    content.getStyleClass().add("beside-" + buttons.getChildren().size() + "-buttons");
    if (content instanceof TabPane tabs) {
      TightTabs.in(tabs);
    }
    PartPane pane = new PartPane();
    pane.hold(new StackPane(content, buttons));
    content.setOnMouseClicked(event -> {
      if (isDoubleClick(event) && isOnTabs(event.getPickResult().getIntersectedNode())) {
        wholeWindow.run();
      }
    });
    return pane;
  }

  private static boolean isDoubleClick(MouseEvent event) {
    return event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
  }

  static boolean isOnTabs(@Nullable Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("tab-header-area")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes out what is in it: its place is kept, and nothing is styled or laid out.
   *
   * @return puts it back
   */
  Runnable lend() {
    Node content = getCenter();
    Node header = getTop();
    setTop(null);
    setCenter(null);
    return () -> {
      setCenter(content);
      setTop(header);
    };
  }

  /** A part that is too small for its content cuts it off below, and not over the header. */
  private void hold(Node content) {
    if (content instanceof Region region) {
      region.setMinSize(0, 0);
    }
    setAlignment(content, Pos.TOP_LEFT);
    setCenter(content);
  }

  private static Button whole(Runnable wholeWindow) {
    return Buttons.pictured(
        Icons.WHOLE_WINDOW, "Give this the whole window, or put it back", wholeWindow);
  }

  private static Button hide(Runnable hide) {
    return Buttons.pictured(Icons.CLOSE, "Hide (menu View brings it back)", hide);
  }
}
