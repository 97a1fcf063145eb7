package replicationlab.ui.machine;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.machine.Diagnosis;
import replicationlab.machine.Grade;
import replicationlab.machine.MachineCheck;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.CodeBox;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** The check of this machine, row by row as it goes on; it begins when the view is made. */
public final class MachineView extends BorderPane {

  private final Supplier<MachineCheck> check;
  private final Executor background;
  private final VBox rows = new VBox();
  private final Label summary = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Button again =
      Buttons.labelled(Icons.AGAIN, "Check again", "Look at everything anew", this::run);
  private final Button copy =
      Buttons.labelled(
          Icons.COPY, "Copy report", "Copy all rows as text, for somebody who helps", this::copy);
  private List<Diagnosis> found = List.of();

  /**
   * Shows a check.
   *
   * @param check made anew each time, because ports and disks change meanwhile
   * @param background where it runs; never JavaFX's thread
   */
  public MachineView(Supplier<MachineCheck> check, Executor background) {
    this.check = check;
    this.background = background;
    getStyleClass().add("machine");
    getStylesheets().add(Theme.sheet(MachineView.class, "machine.css"));
    rows.getStyleClass().add("machine-rows");
    summary.getStyleClass().add("machine-summary");
    summary.setWrapText(true);
    progress.setMaxWidth(Double.MAX_VALUE);
    VBox top = new VBox(summary, progress);
    top.getStyleClass().add("machine-top");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    again.setMinWidth(USE_PREF_SIZE);
    copy.setMinWidth(USE_PREF_SIZE);
    HBox buttons = new HBox(again, space, copy);
    buttons.getStyleClass().add("machine-buttons");
    setTop(top);
    setCenter(scroll);
    setBottom(buttons);
    run();
  }

  private void run() {
    rows.getChildren().clear();
    summary.setText("Looking at this machine…");
    again.setDisable(true);
    copy.setDisable(true);
    progress.setProgress(0);
    progress.setVisible(true);
    var _ =
        CompletableFuture.supplyAsync(
                () -> {
                  MachineCheck now = check.get();
                  return now.run(each -> FxThread.run(() -> add(each, now.size())));
                },
                background)
            .whenCompleteAsync(this::ended, FxThread::run);
  }

  private void add(Diagnosis diagnosis, int of) {
    rows.getChildren().add(row(diagnosis));
    progress.setProgress((double) rows.getChildren().size() / of);
  }

  private void ended(@Nullable List<Diagnosis> all, @Nullable Throwable failure) {
    progress.setVisible(false);
    again.setDisable(false);
    if (all == null) {
      summary.setText("The check could not be finished: " + failure);
      return;
    }
    found = all;
    copy.setDisable(false);
    summary.setText(words(all));
  }

  private static String words(List<Diagnosis> all) {
    long problems = count(all, Grade.PROBLEM);
    long warnings = count(all, Grade.WARNING);
    if (problems > 0) {
      return problems == 1
          ? "One problem stands in the lab's way."
          : problems + " problems stand in the lab's way.";
    }
    return warnings == 0
        ? "The lab can be done here."
        : "The lab can be done here; mind the "
            + (warnings == 1 ? "warning." : warnings + " warnings.");
  }

  private static long count(List<Diagnosis> all, Grade grade) {
    return all.stream().filter(each -> each.grade() == grade).count();
  }

  private static Node row(Diagnosis diagnosis) {
    Label grade = new Label(diagnosis.grade().words(), icon(diagnosis.grade()).node());
    grade
        .getStyleClass()
        .addAll("grade", "grade-" + diagnosis.grade().name().toLowerCase(Locale.ROOT));
    Label name = new Label(diagnosis.name());
    name.getStyleClass().add("machine-name");
    name.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox title = new HBox(name, space, grade);
    title.setAlignment(Pos.CENTER_LEFT);
    grade.setMinWidth(USE_PREF_SIZE);
    VBox row = new VBox(title, wrapped(diagnosis.measured(), "measured"));
    if (!diagnosis.remedy().isEmpty()) {
      row.getChildren().add(wrapped(diagnosis.remedy(), "remedy"));
    }
    row.getStyleClass().add("machine-row");
    return row;
  }

  private static Label wrapped(String words, String styleClass) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static Icons icon(Grade grade) {
    return switch (grade) {
      case OK -> Icons.PASSED;
      case WARNING -> Icons.WARNING;
      case PROBLEM -> Icons.FAILED;
      case UNKNOWN -> Icons.UNDETERMINED;
    };
  }

  private void copy() {
    CodeBox.copy(
        found.stream()
            .map(each ->
                "%s: %s: %s%s"
                    .formatted(
                        each.grade().words(),
                        each.name(),
                        each.measured(),
                        each.remedy().isEmpty() ? "" : "\n  remedy: " + each.remedy()))
            .collect(Collectors.joining("\n", "", "\n")));
  }
}
