package replicationlab.ui.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/**
 * Run, check only, cancel, for the open step; always in sight, however long the step is. Cancel
 * takes Run's place while the step runs.
 */
final class StepButtons extends HBox {

  private final Button run;
  private final Button check;
  private final Button cancel;
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final LabViewModel model;

  StepButtons(LabViewModel model) {
    this.model = model;
    run = Buttons.labelled(Icons.RUN, "Run", "Run this step (Ctrl+Enter)", model::run);
    run.setId("run");
    run.getStyleClass().add("accent");
    check =
        Buttons.labelled(
            Icons.CHECK, "Check only", "I did it some other way: only look", model::check);
    check.setId("check-only");
    cancel = Buttons.labelled(Icons.CANCEL, "Cancel", "End what runs now", model::cancel);
    cancel.setId("cancel");
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    for (Button button : new Button[] {run, check, cancel}) {
      button.setMinWidth(USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
    }
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("step-buttons");
    getChildren().addAll(run, cancel, check, progress);
  }

  void update(int number, StepState state) {
    boolean runs = state.status() == Status.RUNNING;
    boolean focused = hasFocus();
    boolean done = state.status() == Status.PASSED || state.status() == Status.FAILED;
    run.setVisible(!runs);
    run.setText((done ? "Run step %d again" : "Run step %d").formatted(number));
    run.setGraphic((done ? Icons.AGAIN : Icons.RUN).node());
    cancel.setVisible(runs);
    progress.setVisible(runs);
    boolean busyElsewhere = model.runningProperty().get() && !runs;
    run.setDisable(busyElsewhere || state.status() == Status.WAITING);
    check.setDisable(runs || busyElsewhere);
    if (focused) {
      takeFocus();
    }
  }

  private boolean hasFocus() {
    return run.isFocused() || check.isFocused() || cancel.isFocused();
  }

  /** The focus stays with the step whatever becomes of its buttons. */
  private void takeFocus() {
    (cancel.isVisible() ? cancel : run).requestFocus();
  }
}
