package replicationlab.ui.kit;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Searches what it belongs to while a person types; shown by Ctrl+F, closed by Esc. */
public abstract class FindBar extends HBox {

  private final Node searched;
  private final TextField wanted = new TextField();
  private final Label found = new Label();

  /**
   * Has two buttons that go on with the search; Enter is the first of them, Shift+Enter the other.
   *
   * @param searched gets the keyboard again
   * @param prompt what there is to find, as in "Find in this file"
   * @param upwards whether Enter goes up, as for lines of which the last are wanted first
   */
  protected FindBar(Node searched, String prompt, boolean upwards) {
    this.searched = searched;
    wanted.setPromptText(prompt);
    wanted.setAccessibleText(prompt);
    wanted.getStyleClass().add("small");
    wanted.textProperty().subscribe((was, is) -> typed());
    wanted.setOnKeyPressed(event -> key(event, upwards));
    HBox.setHgrow(wanted, Priority.ALWAYS);
    found.getStyleClass().add("found");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    Node up = Buttons.pictured(Icons.UP, "The one before " + keys(upwards), () -> search(true));
    Node down =
        Buttons.pictured(Icons.DOWN, "The one after " + keys(!upwards), () -> search(false));
    getChildren()
        .addAll(
            wanted,
            found,
            upwards ? up : down,
            upwards ? down : up,
            Buttons.pictured(Icons.CLOSE, "Close (Esc)", this::close));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /** The search begins anew, as other text is wanted. */
  protected abstract void typed();

  /** Goes to the next place, up or down, and round. */
  protected abstract void search(boolean up);

  /** The text that is wanted, in small letters. */
  protected final String wanted() {
    return wanted.getText().toLowerCase(Locale.ROOT);
  }

  /** Says what was found. */
  protected final void say(String words) {
    found.setText(words);
  }

  /** Shows it, ready for another text. */
  public void open() {
    setVisible(true);
    wanted.requestFocus();
    wanted.selectAll();
  }

  /** Begins with this text. */
  protected final void want(String text) {
    wanted.setText(text);
  }

  private void close() {
    setVisible(false);
    searched.requestFocus();
  }

  private void key(KeyEvent event, boolean upwards) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.ENTER) {
      search(upwards != event.isShiftDown());
    } else {
      return;
    }
    event.consume();
  }

  private static String keys(boolean enter) {
    return enter ? "(Enter)" : "(Shift+Enter)";
  }
}
