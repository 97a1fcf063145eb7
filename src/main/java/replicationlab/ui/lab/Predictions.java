package replicationlab.ui.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import replicationlab.deck.Block;
import replicationlab.lab.Step;
import replicationlab.run.GuidedLab;
import replicationlab.run.StepState;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.Prediction;

/** What the person predicts at the steps' questions; the lab keeps it. */
final class Predictions {

  private final GuidedLab lab;
  private final Map<String, Prediction> known = new HashMap<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

  Predictions(GuidedLab lab) {
    this.lab = lab;
  }

  /** How often something was predicted, or left out, since the lab was opened. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** A step's answers. What is shown may have other ports than what was written, but not lines. */
  Answers of(Step step) {
    return shown ->
        prediction(
            step,
            step.questions().stream()
                .filter(question -> question.line() == shown.line())
                .findFirst()
                .orElse(shown));
  }

  /** Whether a step still asks: it has not passed, and a question has not been answered. */
  boolean asks(StepState state) {
    return state.status() != StepState.Status.PASSED
        && state.step().questions().stream()
            .anyMatch(
                question -> prediction(state.step(), question).chosenProperty().get() == null);
  }

  /** The answers to a step's questions are to be seen once it has passed. */
  void show(StepState state) {
    boolean passed = state.status() == StepState.Status.PASSED;
    state
        .step()
        .questions()
        .forEach(question -> prediction(state.step(), question).shownProperty().set(passed));
  }

  private Prediction prediction(Step step, Block.Question question) {
    return known.computeIfAbsent(
        step.id() + " " + question.mark(), name -> newPrediction(step, question));
  }

  private Prediction newPrediction(Step step, Block.Question question) {
    Prediction made = new Prediction(question, Prediction.Until.RUN);
    lab.predicted(step, question).ifPresent(made.chosenProperty()::set);
    made.chosenProperty()
        .subscribe((was, is) -> {
          if (is != null) {
            var _ = lab.predict(step, question, Set.copyOf(is));
          }
          changes.set(changes.get() + 1);
        });
    return made;
  }
}
