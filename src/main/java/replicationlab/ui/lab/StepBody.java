package replicationlab.ui.lab;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.check.Verdict;
import replicationlab.deck.Block;
import replicationlab.lab.Step;
import replicationlab.progress.Help;
import replicationlab.progress.HowPassed;
import replicationlab.run.Preview;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.settings.Settings.Way;
import replicationlab.ui.kit.CheckRow;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.QuestionView;

/** The open step: why, what exactly, and what came of it. */
final class StepBody extends VBox {

  private final LabViewModel model;
  private final Function<List<Block>, Node> text;
  private final LadderPane ladder;
  private final VBox actions = new VBox();
  private final VBox command;
  private final VBox asked = new VBox();
  private final VBox outcome = new VBox();
  private final LabLinks links;
  private Help help = Help.NONE;
  private boolean running;

  StepBody(LabViewModel model, StepState state, Function<List<Block>, Node> text, LabLinks links) {
    this.model = model;
    this.text = text;
    this.links = links;
    Step step = state.step();
    ladder = new LadderPane(model.ladder(step), text);
    getStyleClass().add("step-body");
    actions.getStyleClass().add("actions");
    outcome.getStyleClass().add("outcome");
    List<Block> why =
        step.why().stream().filter(block -> !(block instanceof Block.Question)).toList();
    if (!why.isEmpty()) {
      getChildren().add(text.apply(why));
    }
    if (step.slide() > 0) {
      getChildren().add(slideLink(step.slide(), links));
    }
    command = new VBox(actions);
    command.getStyleClass().add("command");
    SinceTheSlides slides = model.sinceTheSlides();
    List<String> asOf90 = slides.slideLines(step);
    if (!asOf90.isEmpty()) {
      String then = String.join("\n", asOf90).strip();
      command
          .getChildren()
          .add(
              new ThenAndNow(
                  then, slides.linesNow(step), slides.majorName(), slides.changesIn(then)));
    }
    Answers.offer(this, model.predictions().of(step));
    asked.getChildren().setAll(questions(step));
    asked.setVisible(!step.questions().isEmpty());
    getChildren().addAll(asked, ladder, command, outcome);
    getChildren().forEach(child -> child.managedProperty().bind(child.visibleProperty()));
    show(model.previewsProperty().get());
    update(state);
  }

  /** Shows what the step will do, as the files are now. */
  void show(List<Preview> previews) {
    actions
        .getChildren()
        .setAll(previews.stream().map(preview -> new PreviewPane(preview, links)).toList());
  }

  boolean isRunning() {
    return running;
  }

  /** The help that was given so far. */
  Help help() {
    return help;
  }

  /** Where the help that was given last is; null where none is to be seen. */
  @Nullable Node newestHelp() {
    if (!ladder.isVisible()) {
      return null;
    }
    return help.compareTo(Help.COMMAND) >= 0 ? command : ladder.newest();
  }

  void update(StepState state) {
    running = state.status() == Status.RUNNING;
    boolean guided = model.wayProperty().get() == Way.GUIDED;
    ladder.setVisible(!guided && state.status() != Status.PASSED && ladder.hasRungs());
    help = state.help();
    ladder.show(help);
    command.setVisible(model.showsCommand(state));
    outcome.getChildren().clear();
    outcome.setVisible(!running);
    if (running) {
      return;
    }
    model.predictions().show(state);
    asked.setVisible(state.status() != Status.PASSED && !state.step().questions().isEmpty());
    if (state.status() == Status.WAITING && !state.waitsFor().isEmpty()) {
      note(Icons.WAITING, "waits", "First comes: " + state.waitsFor() + ".");
    }
    if (!state.message().isEmpty()) {
      note(Icons.FAILED, "failed", state.message());
      if (state.millis() > 0) {
        outcome.getChildren().add(outputLink());
      }
    }
    state.how().ifPresent(how -> passed(state, how));
    boolean remedies = model.showsCommand(state);
    state.evidence().stream()
        .map(result ->
            // Who keeps the checker out has no task to solve by that: it is told in every way.
            remedies || result.verdict() == Verdict.UNDETERMINED
                ? new CheckRow(result, advice -> model.mend(advice.actions()))
                : new CheckRow(result.withoutRemedy()))
        .forEach(outcome.getChildren()::add);
  }

  private void passed(StepState state, HowPassed how) {
    String words =
        switch (how) {
          case SOLVED -> "Solved";
          case ASSISTED -> "Passed";
          case SKIPPED -> "Skipped, and done by the lab";
        };
    String time = state.millis() > 0 ? " in " + seconds(state.millis()) : "";
    note(Icons.PASSED, "passed", words + time + ".");
    outcome.getChildren().addAll(questions(state.step()));
    List<Block> after = model.after(state.step());
    if (!after.isEmpty()) {
      outcome.getChildren().add(LadderPane.passage("What happened", text.apply(after)));
    }
    outcome.getChildren().add(backLink(state.step().id()));
  }

  private List<Node> questions(Step step) {
    return step.questions().stream().map(question -> text.apply(List.of(question))).toList();
  }

  /** Gives the first question the keyboard, if it is still asked. */
  void focusQuestion() {
    QuestionView question = QuestionView.in(asked);
    if (question != null && asked.isVisible()) {
      question.takeFocus();
    }
  }

  /** Where what came of the step begins, from the top. */
  double outcomeTop() {
    return outcome.getBoundsInParent().getMinY();
  }

  /** Where the question is, from the top. */
  double questionTop() {
    return asked.getBoundsInParent().getMinY();
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

  /** The console may be behind another tab, or hidden. */
  private Node outputLink() {
    Hyperlink link = new Hyperlink("Show its output", Icons.CONSOLE.node());
    LateTooltip.set(link, "What the step's commands have printed, in the console");
    link.setOnAction(event -> {
      link.setVisited(false);
      links.output().run();
    });
    return link;
  }

  /** Whoever tries something else from here can come back; in sight only if it can be done. */
  private Node backLink(String step) {
    Hyperlink link = new Hyperlink("Return to this point", Icons.BACK_IN_TIME.node());
    LateTooltip.set(link, "The clusters become what they were then; what is now is kept");
    link.setVisible(false);
    link.managedProperty().bind(link.visibleProperty());
    model
        .statesKept()
        .load(found ->
            found
                .newestAfter(step)
                .ifPresent(checkpoint -> {
                  link.setVisible(true);
                  link.setOnAction(event -> {
                    link.setVisited(false);
                    links.back().accept(checkpoint);
                  });
                }));
    return link;
  }

  private static Node slideLink(int slide, LabLinks links) {
    Hyperlink link = new Hyperlink("Slide " + slide + " explains it", Icons.SLIDE.node());
    LateTooltip.set(link, "Show the slide; the lab stays as it is");
    link.setOnAction(event -> {
      link.setVisited(false);
      links.slide().accept(slide);
    });
    return link;
  }
}
