package replicationlab.ui.lab;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import replicationlab.progress.Help;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.settings.Settings.Way;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/**
 * What can be done with the open step; always in sight, however long the step is, in as many rows
 * as a narrow pane or big text needs. The accented one is what comes next, and what Ctrl+Enter
 * does. Cancel takes its place while the step runs.
 */
final class StepButtons extends FlowPane {

  private static final String ACCENT = "accent";

  private final LabViewModel model;
  private final Button goOn;
  private final Button drills;
  private final boolean hasDrills;
  private final Button run;
  private final Button check;
  private final Button help;
  private final Button skip;
  private final Button cancel;
  private boolean brief;
  private final Hyperlink asks = new Hyperlink("Your prediction?");
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

  /**
   * @param toQuestion shows the open step's question
   * @param toDrills shows the drills; null where there are none
   */
  StepButtons(LabViewModel model, Runnable toQuestion, @Nullable Runnable toDrills) {
    this.model = model;
    hasDrills = toDrills != null;
    asks.setId("asks");
    asks.setMinWidth(0);
    LateTooltip.set(asks, "This step asks what you expect of it; you can also just run it");
    asks.managedProperty().bind(asks.visibleProperty());
    asks.setOnAction(_ -> {
      asks.setVisited(false);
      toQuestion.run();
    });
    goOn =
        button(Icons.GO_ON, "Go on", "Open the next step to do (Ctrl+Enter)", model::goOn, "go-on");
    drills =
        button(
            Icons.WARNING,
            "Go on to the drills",
            "Break what you have built on purpose, and mend it (Ctrl+Enter)",
            toDrills == null ? () -> {} : toDrills,
            "to-drills");
    run = button(Icons.RUN, "Run", "Run this step (Ctrl+Enter)", model::run, "run");
    check = button(Icons.CHECK, "Check only", "", model::check, "check-only");
    help = button(Icons.HINT, "", "", model::askForHelp, "help");
    skip =
        button(
            Icons.SKIPPED,
            "Skip",
            "Go on without this step; the lab does what later ones need of it",
            model::skip,
            "skip");
    cancel = button(Icons.CANCEL, "Cancel", "End what runs now", model::cancel, "cancel");
    progress.managedProperty().bind(progress.visibleProperty());
    setRowValignment(VPos.CENTER);
    setMinWidth(0);
    getStyleClass().add("step-buttons");
    getChildren().addAll(cancel, goOn, drills, run, check, help, skip, asks, progress);
  }

  private static Button button(Icons icon, String word, String tip, Runnable action, String id) {
    Button button = Buttons.labelled(icon, word, tip, action);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  void update(int number, StepState state) {
    boolean guided = model.wayProperty().get() == Way.GUIDED;
    boolean runs = state.status() == Status.RUNNING;
    boolean passed = state.status() == Status.PASSED;
    Optional<Node> focused = getChildren().stream().filter(Node::isFocused).findFirst();
    goOn.setVisible(!runs && model.canGoOn());
    drills.setVisible(hasDrills && !runs && !goOn.isVisible() && isFinished());
    run.setVisible(!runs && guided);
    check.setVisible(!runs || guided);
    Optional<Help> next = model.ladder(state.step()).next(state.help());
    help.setVisible(!runs && !guided && !passed && next.isPresent());
    next.ifPresent(rung -> say(help, Ladder.name(rung), Ladder.promise(rung) + " (Ctrl+H)"));
    skip.setVisible(!runs && !guided && !passed);
    cancel.setVisible(runs);
    progress.setVisible(runs);
    asks.setVisible(!runs && model.predictions().asks(state));

    boolean again = passed || state.status() == Status.FAILED;
    run.setGraphic((again ? Icons.AGAIN : Icons.RUN).node());
    run.setText(
        goOn.isVisible()
            ? "Run again"
            : (again ? "Run step %d again" : "Run step %d").formatted(number));
    if (guided) {
      say(check, "Check only", "I did it some other way: only look");
    } else {
      say(
          check,
          passed ? "Check again" : "Check step " + number,
          "Look whether it is done, whichever way (Ctrl+Enter)");
    }
    accent(goOn.isVisible() ? goOn : drills.isVisible() ? drills : guided ? run : check);

    boolean busyElsewhere = model.runningProperty().get() && !runs;
    boolean waits = state.status() == Status.WAITING;
    run.setDisable(busyElsewhere || waits);
    skip.setDisable(busyElsewhere || waits);
    help.setDisable(busyElsewhere || (waits && next.equals(Optional.of(Help.DONE))));
    check.setDisable(runs || busyElsewhere || (waits && !guided));
    focused.ifPresent(this::keepFocus);
  }

  private boolean isFinished() {
    return model.states().stream().allMatch(state -> state.status() == Status.PASSED);
  }

  /** What Ctrl+Enter does: what comes next. */
  void act() {
    if (isVisible() && drills.isVisible()) {
      drills.fire();
    } else {
      model.act();
    }
  }

  /** It stays with the step whatever becomes of its buttons. */
  private void keepFocus(Node focused) {
    boolean stays = focused.isVisible() && !focused.isDisabled();
    (stays ? focused : cancel.isVisible() ? cancel : accented()).requestFocus();
  }

  private static void say(Button button, String word, String tip) {
    button.setText(word);
    LateTooltip.set(button, tip);
  }

  /** Whether only what comes next has words: there is one row for all of them then. */
  void setBrief(boolean isBrief) {
    brief = isBrief;
    for (Button each : List.of(goOn, drills, run, check, help, skip, cancel)) {
      boolean bare = brief && !each.getStyleClass().contains(ACCENT) && !each.equals(cancel);
      each.setContentDisplay(bare ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
  }

  private void accent(Button button) {
    for (Button each : new Button[] {goOn, drills, run, check}) {
      each.getStyleClass().remove(ACCENT);
    }
    button.getStyleClass().add(ACCENT);
    setBrief(brief);
  }

  private Node accented() {
    return getChildren().stream()
        .filter(node -> node.getStyleClass().contains(ACCENT))
        .findFirst()
        .orElse(run);
  }
}
