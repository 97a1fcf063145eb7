package replicationlab.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.run.LogExplanation;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/**
 * Below a log: what its selected line means, or its newest complaint if none is selected; which
 * step of the lab it comes from, and the remedy.
 */
final class ExplanationStrip extends VBox {

  /** How many complaints are kept to walk through. */
  private static final int KEPT = 200;

  private final ObservableList<ConsoleLine> lines;
  private final LineList list;
  private final List<Integer> complaints = new ArrayList<>();
  private final Label where = new Label();
  private final Label sentence = new Label();
  private final Label step = new Label();
  private final Label remedy = new Label();
  private Function<String, Optional<LogExplanation>> explainer = line -> Optional.empty();

  ExplanationStrip(ObservableList<ConsoleLine> lines, LineList list) {
    this.lines = lines;
    this.list = list;
    for (Label label : List.of(sentence, step, remedy)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    sentence.setId("log-sentence");
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    where.setMinWidth(USE_PREF_SIZE);
    where.getStyleClass().add("muted");
    step.getStyleClass().add("muted");
    step.setId("log-step");
    remedy.setId("log-remedy");
    HBox first =
        new HBox(
            sentence,
            where,
            Buttons.pictured(Icons.UP, "The complaint before", () -> walk(-1)),
            Buttons.pictured(Icons.DOWN, "The next complaint", () -> walk(1)));
    first.setAlignment(Pos.TOP_LEFT);
    first.getStyleClass().add("first");
    getStyleClass().add("explanation");
    getChildren().addAll(first, step, remedy);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    lines.addListener((ListChangeListener<ConsoleLine>) change -> collect());
    list.getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> show());
  }

  void explainBy(Function<String, Optional<LogExplanation>> newExplainer) {
    explainer = newExplainer;
    collect();
  }

  private void collect() {
    complaints.clear();
    for (int i = lines.size() - 1; i >= 0 && complaints.size() < KEPT; i--) {
      if (LogExplanation.isComplaint(lines.get(i).text())) {
        complaints.addFirst(i);
      }
    }
    show();
  }

  private void show() {
    int selected = list.getSelectionModel().getSelectedIndex();
    int index = selected >= 0 ? selected : complaints.isEmpty() ? -1 : complaints.getLast();
    String line = index < 0 || index >= lines.size() ? "" : lines.get(index).text();
    @Nullable LogExplanation found = explainer.apply(line).orElse(null);
    setVisible(found != null);
    if (found == null) {
      return;
    }
    boolean fault = found.isFault();
    sentence.setText(found.sentence());
    sentence.setGraphic((fault ? Icons.WARNING : Icons.NEWS).node(fault ? "fault" : "news"));
    step.setText(found.step());
    remedy.setText(found.remedy().isEmpty() ? "" : "Remedy: " + found.remedy());
    int at = complaints.indexOf(index);
    where.setText(at < 0 ? "" : (at + 1) + " of " + complaints.size());
  }

  private void walk(int direction) {
    if (complaints.isEmpty()) {
      return;
    }
    int selected = list.getSelectionModel().getSelectedIndex();
    int from = selected >= 0 ? selected : complaints.getLast();
    List<Integer> ahead =
        complaints.stream().filter(each -> direction < 0 ? each < from : each > from).toList();
    if (!ahead.isEmpty()) {
      list.reveal(direction < 0 ? ahead.getLast() : ahead.getFirst());
    } else {
      list.reveal(from);
    }
  }
}
