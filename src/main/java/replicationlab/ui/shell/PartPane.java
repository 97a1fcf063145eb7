package replicationlab.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/**
 * A part of the window: a small header with its name, and buttons to hide it or give it the whole
 * window.
 */
final class PartPane extends BorderPane {

  PartPane(Icons icon, String name, Node content, Runnable wholeWindow, Runnable hide) {
    Label title = new Label(name, icon.node());
    title.getStyleClass().add("part-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button whole =
        Buttons.pictured(
            Icons.WHOLE_WINDOW, "Give this the whole window, or put it back", wholeWindow);
    Button close = Buttons.pictured(Icons.CLOSE, "Hide (menu View brings it back)", hide);
    HBox header = new HBox(title, space, whole, close);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("part-header");
    header.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        wholeWindow.run();
      }
    });
    getStyleClass().add("part");
    setTop(header);
    setCenter(content);
  }
}
