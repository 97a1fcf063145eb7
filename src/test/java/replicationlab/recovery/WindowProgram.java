package replicationlab.recovery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Window;
import replicationlab.Main;

/**
 * The program with its window, as a user starts it; says what its dialogs and passing messages say,
 * and presses the open step's Run when it is told to.
 */
final class WindowProgram extends AnimationTimer {

  /** What it says before a dialog's words. */
  static final String DIALOG = "dialog: ";

  /** What it says before the words of a message that passes. */
  static final String MESSAGE = "message: ";

  /** What tells it to press Run. */
  static final String RUN = "run";

  private final Set<Node> said = new HashSet<>();
  private boolean toRun;

  private WindowProgram(boolean toRun) {
    this.toRun = toRun;
  }

  /** Arguments: none, or {@link #RUN}. */
  public static void main(String[] arguments) {
    boolean toRun = List.of(arguments).contains(RUN);
    Main.main(new String[0]);
    Platform.runLater(() -> new WindowProgram(toRun).start());
  }

  @Override
  public void handle(long now) {
    for (Window window : List.copyOf(Window.getWindows())) {
      Scene scene = window.getScene();
      if (scene == null) {
        continue;
      }
      if (scene.getRoot() instanceof DialogPane dialog) {
        say(DIALOG, dialog, dialog.getContentText());
      }
      for (Node words : scene.getRoot().lookupAll(".notification-words")) {
        if (words instanceof Label label) {
          say(MESSAGE, label, label.getText());
        }
      }
      if (toRun && scene.lookup("#run") instanceof Button run && isOffered(run)) {
        toRun = false;
        run.fire();
      }
    }
  }

  private void say(String kind, Node where, String words) {
    if (said.add(where)) {
      System.out.println(kind + words.replaceAll("\\s+", " "));
    }
  }

  private static boolean isOffered(Node button) {
    return button.isVisible() && !button.isDisabled();
  }
}
