package replicationlab.ui.files;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** Searches the text, downwards and round; shown by Ctrl+F, closed by Esc. */
final class TextFind extends HBox {

  private final TextField wanted = new TextField();
  private final Label found = new Label();
  private final CodeArea area;

  TextFind(CodeArea area) {
    this.area = area;
    wanted.setPromptText("Find in this file");
    wanted.setAccessibleText("Find in this file");
    wanted.getStyleClass().add("small");
    wanted.setId("find-in-file");
    wanted.textProperty().addListener((property, was, is) -> from(area.getSelection().getStart()));
    wanted.setOnKeyPressed(this::key);
    HBox.setHgrow(wanted, Priority.ALWAYS);
    found.getStyleClass().add("found");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            wanted,
            found,
            Buttons.pictured(Icons.DOWN, "The next (Enter)", this::next),
            Buttons.pictured(Icons.UP, "The one before (Shift+Enter)", this::before),
            Buttons.pictured(Icons.CLOSE, "Close (Esc)", this::close));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  void open() {
    setVisible(true);
    if (!area.getSelectedText().isEmpty() && !area.getSelectedText().contains("\n")) {
      wanted.setText(area.getSelectedText());
    }
    wanted.requestFocus();
    wanted.selectAll();
  }

  void close() {
    setVisible(false);
    area.requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        before();
      } else {
        next();
      }
    } else {
      return;
    }
    event.consume();
  }

  private void next() {
    from(area.getSelection().getEnd());
  }

  private void from(int start) {
    String text = area.getText().toLowerCase(Locale.ROOT);
    String sought = wanted.getText().toLowerCase(Locale.ROOT);
    int at = text.indexOf(sought, Math.min(start, text.length()));
    show(at < 0 ? text.indexOf(sought) : at, sought);
  }

  private void before() {
    String text = area.getText().toLowerCase(Locale.ROOT);
    String sought = wanted.getText().toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf(sought, area.getSelection().getStart() - 1);
    show(at < 0 ? text.lastIndexOf(sought) : at, sought);
  }

  private void show(int at, String sought) {
    if (sought.isEmpty()) {
      found.setText("");
    } else if (at < 0) {
      found.setText("not found");
    } else {
      area.selectRange(at, at + sought.length());
      area.requestFollowCaret();
      found.setText("line " + (area.getCurrentParagraph() + 1));
    }
  }
}
