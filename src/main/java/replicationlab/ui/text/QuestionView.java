package replicationlab.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.WhileShown;

/**
 * A question with its choices, and later its answer. Several views may show one question: what is
 * chosen in one is chosen in all.
 */
public final class QuestionView extends VBox {

  private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");

  private final Block.Question question;
  private final boolean byStep;
  private final List<ChoiceRow> rows = new ArrayList<>();
  private final Label verdict = new Label();
  private final Hyperlink leave = new Hyperlink();
  private Prediction prediction;
  private boolean revealed;

  /**
   * @param byStep whether the answer is a slide's step, and keeps its room until then
   */
  QuestionView(Block.Question question, TextMark.Finder marks, boolean byStep) {
    this.question = question;
    this.byStep = byStep;
    prediction = new Prediction(question, Prediction.Until.ASKED_FOR);
    TextStyle.apply(this, "question");
    setAccessibleText("Question: " + question.asked().text());
    ProseView asked = new ProseView(question.asked(), marks);
    asked.getStyleClass().add("asked");
    getChildren().add(asked);
    @Nullable ToggleGroup one = question.hasSeveral() ? null : new ToggleGroup();
    for (int at = 0; at < question.choices().size(); at++) {
      ChoiceRow row = new ChoiceRow(question, at, one, marks, byStep, this::chosen);
      rows.add(row);
      getChildren().add(row);
    }
    verdict.getStyleClass().add("verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    leave.managedProperty().bind(leave.visibleProperty());
    leave.setOnAction(_ -> leave());
    FlowPane foot = new FlowPane(verdict, leave);
    foot.getStyleClass().add("question-foot");
    getChildren().add(foot);
    update();
    WhileShown.subscribe(this, this::subscribe);
  }

  private Subscription subscribe() {
    prediction = Answers.above(this).of(question);
    return Subscription.combine(
        prediction.chosenProperty().subscribe(_ -> update()),
        prediction.shownProperty().subscribe(_ -> update()),
        prediction.ranProperty().subscribe(_ -> update()));
  }

  /** On a slide: shows the answer, or takes it back. */
  void reveal(boolean answer) {
    revealed = answer;
    update();
  }

  private boolean isRevealed() {
    return byStep ? revealed || prediction.ranProperty().get() : prediction.shownProperty().get();
  }

  private void chosen(int index, boolean is) {
    if (isRevealed()) {
      update();
      return;
    }
    Set<Integer> now = new TreeSet<>(question.hasSeveral() ? prediction.choices() : Set.of());
    if (is) {
      now.add(index);
    } else {
      now.remove(index);
    }
    prediction.chosenProperty().set(now.isEmpty() ? null : Set.copyOf(now));
  }

  private void leave() {
    leave.setVisited(false);
    if (prediction.until() == Prediction.Until.RUN) {
      prediction.chosenProperty().set(Set.of());
    } else {
      prediction.shownProperty().set(true);
    }
  }

  private void update() {
    boolean answer = isRevealed();
    pseudoClassStateChanged(ANSWERED, answer);
    rows.forEach(row -> row.show(prediction.choices(), answer));
    verdict.setText(answer ? verdict() : promise());
    verdict.setGraphic(answer && prediction.isMade() ? sign().node(style()) : null);
    verdict.getStyleClass().removeAll("right", "wrong");
    if (answer && prediction.isMade()) {
      verdict.getStyleClass().add(style());
    }
    boolean skips = prediction.until() == Prediction.Until.RUN;
    leave.setText(skips ? "Skip the question" : "Show the answer");
    LateTooltip.set(
        leave,
        skips
            ? "Run it without a prediction; you can still make one before"
            : "What is right, and why");
    boolean open = prediction.chosenProperty().get() == null;
    leave.setVisible(!byStep && !answer && (open || !skips));
  }

  private Icons sign() {
    return prediction.isRight() ? Icons.PASSED : Icons.FAILED;
  }

  private String style() {
    return prediction.isRight() ? "right" : "wrong";
  }

  private String verdict() {
    if (!prediction.isMade()) {
      return "You made no prediction.";
    }
    return prediction.isRight() ? "You predicted it." : "You predicted something else.";
  }

  private String promise() {
    if (prediction.isMade()) {
      return "Your prediction is kept.";
    }
    boolean skipped = prediction.chosenProperty().get() != null;
    return skipped ? "Skipped." : "Your prediction?";
  }

  /** Gives the first choice the keyboard. */
  public void takeFocus() {
    rows.getFirst().takeFocus();
  }

  /** The first question that is shown below a node; null if there is none. */
  public static @Nullable QuestionView in(Node node) {
    if (node instanceof QuestionView view) {
      return view;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        QuestionView found = in(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
