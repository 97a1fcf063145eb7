package replicationlab.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;

/**
 * One check's result: badge and question; for what did not pass cause and remedy; and, opened, what
 * was asked of the servers and their raw answer.
 */
public final class CheckRow extends VBox {

  private final Disclosure disclosure;

  /** The row for a result, closed. */
  public CheckRow(CheckResult result) {
    this(result, null);
  }

  /**
   * The row for a result, closed.
   *
   * @param mend carries the remedy out, where the result has one that can be; null for no button
   */
  public CheckRow(CheckResult result, @Nullable Consumer<CheckResult> mend) {
    Label question = new Label(result.question());
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    HBox title = new HBox(new VerdictBadge(result.verdict()), question);
    title.setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("check-title");
    HBox.setHgrow(question, Priority.ALWAYS);
    disclosure = new Disclosure(title, result.question() + ": " + result.verdict().words());
    List<Node> details = new ArrayList<>();
    addCode(details, "Asked", result.sql());
    addCode(details, "Answer", result.answer());
    disclosure.setContent(details.toArray(Node[]::new));
    getStyleClass().add("check-row");
    getChildren().add(disclosure);
    if (result.verdict() != Verdict.PASSED) {
      VBox advice = new VBox();
      advice.getStyleClass().add("advice");
      addWords(advice, "Cause", result.cause());
      addWords(advice, "Remedy", words(result));
      if (!typed(result).isBlank()) {
        advice.getChildren().add(new CodeBox(typed(result)));
      }
      if (mend != null && !result.actions().isEmpty()) {
        advice.getChildren().add(doIt(result, mend));
      }
      getChildren().add(advice);
    }
  }

  /** Below the lines that it carries out, so that nobody presses it unseen. */
  private static Button doIt(CheckResult result, Consumer<CheckResult> mend) {
    Button button =
        Buttons.labelled(
            Icons.RUN,
            "Do it for me",
            "Carry out the lines above, one after another, and check again",
            () -> mend.accept(result));
    button.getStyleClass().addAll("small", "do-it");
    return button;
  }

  /** Without the mark of a comment, which they have for the shell. */
  private static String words(CheckResult result) {
    int end = result.remedy().indexOf('\n');
    return result.actions().isEmpty() || end < 0
        ? result.remedy()
        : result.remedy().substring(0, end).replaceFirst("^# ", "");
  }

  /** The lines that a person would type. */
  private static String typed(CheckResult result) {
    int end = result.remedy().indexOf('\n');
    return result.actions().isEmpty() || end < 0 ? "" : result.remedy().substring(end + 1);
  }

  /** Shows or hides what was asked and answered. */
  public void setOpen(boolean open) {
    disclosure.openProperty().set(open);
  }

  /** Whether what was asked and answered shows. */
  public boolean isOpen() {
    return disclosure.openProperty().get();
  }

  private static void addCode(List<Node> details, String name, String text) {
    if (!text.isBlank()) {
      Label label = new Label(name);
      label.getStyleClass().add("detail-name");
      details.add(label);
      details.add(new CodeBox(text.strip()));
    }
  }

  private static void addWords(VBox advice, String name, String words) {
    if (!words.isBlank()) {
      Label label = new Label(name);
      label.getStyleClass().add("detail-name");
      label.setMinWidth(USE_PREF_SIZE);
      Label sentence = new Label(words);
      sentence.setWrapText(true);
      sentence.setMinHeight(USE_PREF_SIZE);
      HBox line = new HBox(label, sentence);
      line.getStyleClass().add("advice-line");
      advice.getChildren().add(line);
    }
  }
}
