package replicationlab.ui.console;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** Searches a list of lines, upwards from its end; shown by Ctrl+F, closed by Esc. */
final class FindBar extends HBox {

  private final LineList list;
  private final TextField wanted = new TextField();
  private final Label found = new Label();
  private int at = -1;

  FindBar(LineList list) {
    this.list = list;
    wanted.setPromptText("Find in these lines");
    wanted.getStyleClass().add("small");
    wanted.setAccessibleText("Find in these lines");
    wanted.textProperty().addListener((property, was, is) -> startOver());
    wanted.setOnKeyPressed(this::key);
    HBox.setHgrow(wanted, Priority.ALWAYS);
    found.getStyleClass().add("found");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            wanted,
            found,
            Buttons.pictured(Icons.UP, "The one before (Enter)", () -> next(-1)),
            Buttons.pictured(Icons.DOWN, "The one after (Shift+Enter)", () -> next(1)),
            Buttons.pictured(Icons.CLOSE, "Close (Esc)", this::close));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  void open() {
    setVisible(true);
    wanted.requestFocus();
    wanted.selectAll();
  }

  void close() {
    setVisible(false);
    list.requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.ENTER) {
      next(event.isShiftDown() ? 1 : -1);
    } else {
      return;
    }
    event.consume();
  }

  private void startOver() {
    at = list.getItems().size();
    next(-1);
  }

  private void next(int direction) {
    String sought = wanted.getText().toLowerCase(Locale.ROOT);
    int size = list.getItems().size();
    if (sought.isEmpty() || size == 0) {
      found.setText("");
      return;
    }
    for (int step = 1; step <= size; step++) {
      int index = Math.floorMod(at + direction * step, size);
      if (matches(index, sought)) {
        at = index;
        list.reveal(index);
        found.setText("line " + (index + 1) + " of " + size);
        return;
      }
    }
    found.setText("not found");
  }

  private boolean matches(int index, String sought) {
    return list.getItems().get(index).shown().toLowerCase(Locale.ROOT).contains(sought);
  }
}
