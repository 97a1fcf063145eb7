package replicationlab.ui.console;

import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** Lines with their tools: find, copy, to the end; and what to say while there are none. */
class LinesPane extends BorderPane {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final FlowPane tools = new FlowPane(Orientation.VERTICAL);
  private final LineList list;

  LinesPane(ObservableList<ConsoleLine> lines, Node whenEmpty) {
    list = new LineList(lines);
    LineFind find = new LineFind(list);
    Button toEnd =
        Buttons.pictured(Icons.TO_END, "Follow the newest line again (End)", list::follow);
    toEnd.disableProperty().bind(list.followingProperty());
    tools
        .getChildren()
        .addAll(
            Buttons.pictured(Icons.FIND, "Find (" + FIND.getDisplayText() + ")", find::open),
            Buttons.pictured(Icons.COPY, "Copy all lines", list::copyAll),
            toEnd);
    tools.getStyleClass().add("tools");
    var empty = Bindings.isEmpty(lines);
    whenEmpty.visibleProperty().bind(empty);
    list.visibleProperty().bind(empty.not());
    tools.disableProperty().bind(empty);
    setTop(find);
    StackPane center = new StackPane(whenEmpty, list);
    center.setMinHeight(0);
    setCenter(center);
    setRight(tools);
    setMinSize(0, 0);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (FIND.match(event)) {
            find.open();
            event.consume();
          }
        });
    getStyleClass().add("lines-pane");
    getStylesheets().add(Theme.sheet(LinesPane.class, "console.css"));
  }

  LineList list() {
    return list;
  }

  void addTool(Button tool) {
    tools.getChildren().add(tool);
  }
}
