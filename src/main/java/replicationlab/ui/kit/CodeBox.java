package replicationlab.ui.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** A command, a statement or an answer: monospace, wrapped, with a button that copies it. */
public final class CodeBox extends HBox {

  private static final Duration COPIED = Duration.seconds(1.5);

  /** A box with {@code text} as it is shown and copied, and perhaps more that can be done. */
  public CodeBox(String text, Button... more) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add("monospace");
    HBox.setHgrow(label, Priority.ALWAYS);
    getStyleClass().add("code-box");
    setAlignment(Pos.TOP_LEFT);
    getChildren().add(label);
    getChildren().addAll(more);
    getChildren().add(copyButton(text));
  }

  private static Button copyButton(String text) {
    Button button = Buttons.pictured(Icons.COPY, "Copy", () -> {});
    button.getStyleClass().add("copy");
    PauseTransition later = new PauseTransition(COPIED);
    later.setOnFinished(event -> button.setGraphic(Icons.COPY.node()));
    button.setOnAction(event -> {
      copy(text);
      button.setGraphic(Icons.COPIED.node("success"));
      later.playFromStart();
    });
    return button;
  }

  /** Puts text on the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
