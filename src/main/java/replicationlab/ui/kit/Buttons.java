package replicationlab.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;

/** Buttons as all views have them: with a picture, a tooltip, and words for a screen reader. */
public final class Buttons {

  private Buttons() {}

  /** A button with a picture and a word; the tooltip says more, and which key does the same. */
  public static Button labelled(Icons icon, String word, String tooltip, Runnable action) {
    Button button = new Button(word, icon.node());
    LateTooltip.set(button, tooltip);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A dialog's buttons with all of their words, however big the text is: a cut verb is no verb. */
  public static void whole(DialogPane dialog) {
    for (ButtonType type : dialog.getButtonTypes()) {
      Button button = (Button) dialog.lookupButton(type);
      button.setMinWidth(Region.USE_PREF_SIZE);
      ButtonBar.setButtonUniformSize(button, false);
    }
  }

  /** A small button with a picture only; the tooltip is also what a screen reader says. */
  public static Button pictured(Icons icon, String tooltip, Runnable action) {
    Button button = labelled(icon, "", tooltip, action);
    button.setAccessibleText(tooltip);
    button.getStyleClass().addAll("flat", "small", "button-icon", "pictured");
    return button;
  }
}
