package replicationlab.ui.kit;

import javafx.scene.control.Button;

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

  /** A small button with a picture only; the tooltip is also what a screen reader says. */
  public static Button pictured(Icons icon, String tooltip, Runnable action) {
    Button button = labelled(icon, "", tooltip, action);
    button.setAccessibleText(tooltip);
    button.getStyleClass().addAll("flat", "small", "button-icon", "pictured");
    return button;
  }
}
