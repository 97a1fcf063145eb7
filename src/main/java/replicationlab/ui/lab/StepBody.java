package replicationlab.ui.lab;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import replicationlab.deck.Block;
import replicationlab.lab.Step;
import replicationlab.run.Preview;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.ui.kit.CheckRow;
import replicationlab.ui.kit.Icons;

/** The open step: why, what exactly, and what came of it. */
final class StepBody extends VBox {

  private final VBox actions = new VBox();
  private final VBox outcome = new VBox();
  private boolean running;

  StepBody(LabViewModel model, StepState state, Function<List<Block>, Node> text, LabLinks links) {
    Step step = state.step();
    getStyleClass().add("step-body");
    actions.getStyleClass().add("actions");
    outcome.getStyleClass().add("outcome");
    if (!step.why().isEmpty()) {
      getChildren().add(text.apply(step.why()));
    }
    if (step.slide() > 0) {
      getChildren().add(slideLink(step.slide(), links));
    }
    getChildren().add(actions);
    List<String> asOf90 = model.slideLines(step);
    if (!asOf90.isEmpty()) {
      String then = String.join("\n", asOf90).strip();
      getChildren()
          .add(
              new ThenAndNow(then, model.linesNow(step), model.majorName(), model.changesIn(then)));
    }
    getChildren().add(outcome);
    show(model.previewsProperty().get());
    update(state);
  }

  /** Shows what the step will do, as the files are now. */
  void show(List<Preview> previews) {
    actions.getChildren().setAll(previews.stream().map(PreviewPane::new).toList());
  }

  boolean isRunning() {
    return running;
  }

  void update(StepState state) {
    running = state.status() == Status.RUNNING;
    outcome.getChildren().clear();
    if (running) {
      return;
    }
    if (state.status() == Status.WAITING && !state.waitsFor().isEmpty()) {
      note(Icons.WAITING, "waits", "First comes: " + state.waitsFor() + ".");
    }
    if (!state.message().isEmpty()) {
      note(Icons.FAILED, "failed", state.message());
    }
    if (state.status() == Status.PASSED && state.millis() > 0) {
      note(Icons.PASSED, "passed", "Passed in " + seconds(state.millis()) + ".");
    }
    state.evidence().forEach(result -> outcome.getChildren().add(new CheckRow(result)));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, millis < 10_000 ? "%.1f s" : "%.0f s", millis / 1000.0);
  }

  private void note(Icons icon, String style, String words) {
    Label label = new Label(words, icon.node());
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll("note", style);
    outcome.getChildren().add(label);
  }

  private static Node slideLink(int slide, LabLinks links) {
    Hyperlink link = new Hyperlink("Slide " + slide + " explains it", Icons.SLIDE.node());
    link.setTooltip(new Tooltip("Show the slide; the lab stays as it is"));
    link.setOnAction(event -> {
      link.setVisited(false);
      links.slide().accept(slide);
    });
    return link;
  }
}
