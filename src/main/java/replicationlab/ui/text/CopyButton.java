package replicationlab.ui.text;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import replicationlab.deck.Pasteable;
import replicationlab.ui.kit.LateTooltip;

/** Copies a code block as it can be pasted, and says when that is not as it is shown. */
final class CopyButton extends Button {

  private static final Duration FEEDBACK = Duration.seconds(2);

  private final FontIcon icon = new FontIcon(Feather.COPY);
  private final PauseTransition pause = new PauseTransition(FEEDBACK);

  CopyButton(Pasteable pasteable) {
    getStyleClass().addAll("copy-button", "flat", "small");
    setGraphic(icon);
    String remark = pasteable.changed() ? " (" + pasteable.remark() + ")" : "";
    LateTooltip.set(this, "Copy" + remark);
    setAccessibleText("Copy this code" + remark);
    pause.setOnFinished(_ -> rest());
    setOnAction(_ -> copy(pasteable, remark));
  }

  private void copy(Pasteable pasteable, String remark) {
    ClipboardContent content = new ClipboardContent();
    content.putString(pasteable.text());
    Clipboard.getSystemClipboard().setContent(content);
    icon.setIconCode(Feather.CHECK);
    setText("Copied" + remark);
    pause.playFromStart();
  }

  private void rest() {
    icon.setIconCode(Feather.COPY);
    setText("");
  }
}
