package replicationlab.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import replicationlab.run.LogExplanation;
import replicationlab.run.LogPast;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.TextScroll;

/**
 * Below a log, or at its right: what its selected line means, or its newest complaint that is not
 * of the past if none is selected; which step of the lab it comes from, and the remedy.
 */
final class ExplanationStrip extends TextScroll {

  /** How many complaints are kept to walk through. */
  private static final int KEPT = 200;

  /** How many lines of a log that is followed are seen even in a low pane. */
  private static final int SEEN_AT_THE_END = 3;

  private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

  private final ObservableList<ConsoleLine> lines;
  private final LineList list;
  private final List<Integer> complaints = new ArrayList<>();
  private final Label where = new Label();
  private final Label past = new Label();
  private final Label quoted = new Label();
  private final Label sentence = new Label();
  private final Label step = new Label();
  private final Label remedy = new Label();
  private LogPast ages = LogPast.of(List.of());
  private Function<String, Optional<LogExplanation>> explainer = line -> Optional.empty();

  ExplanationStrip(ObservableList<ConsoleLine> lines, LineList list) {
    this(lines, list, new VBox());
  }

  private ExplanationStrip(ObservableList<ConsoleLine> lines, LineList list, VBox words) {
    super(words);
    setAccessibleText("What the line means");
    this.lines = lines;
    this.list = list;
    for (Label label : List.of(past, sentence, step, remedy)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    sentence.setId("log-sentence");
    where.setMinWidth(USE_PREF_SIZE);
    where.getStyleClass().add("muted");
    past.getStyleClass().add("past");
    past.setId("log-past");
    quoted.getStyleClass().addAll("muted", "monospace", "quoted");
    quoted.setId("log-quoted");
    quoted.setMinWidth(0);
    quoted.managedProperty().bind(quoted.textProperty().isNotEmpty());
    step.getStyleClass().add("muted");
    step.setId("log-step");
    remedy.setId("log-remedy");
    HBox walking =
        new HBox(
            where,
            Buttons.pictured(Icons.UP, "The complaint before", () -> walk(-1)),
            Buttons.pictured(Icons.DOWN, "The next complaint", () -> walk(1)));
    walking.setAlignment(Pos.CENTER_LEFT);
    walking.getStyleClass().add("walking");
    words.getStyleClass().add("explanation");
    words.getChildren().addAll(new BesideOrBelow(sentence, walking), quoted, past, step, remedy);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    lines.addListener((ListChangeListener<ConsoleLine>) change -> collect());
    list.getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> show());
    list.followingProperty().addListener((property, was, is) -> show());
  }

  /** Of its words, which grow with the text. */
  ReadOnlyObjectProperty<Font> fontProperty() {
    return sentence.fontProperty();
  }

  /** Whether it is at the log's right, and not below it: the line between the two follows. */
  void setBeside(boolean beside) {
    pseudoClassStateChanged(BESIDE, beside);
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
    ages = LogPast.of(lines.size(), i -> lines.get(i).text());
    show();
  }

  /** The newest complaint that is not of the past; -1 if there is none. */
  private int newest() {
    for (int index : complaints.reversed()) {
      // The selection hears of removed lines before this does.
      if (index < lines.size() && ages.why(index, lines.get(index).text()).isEmpty()) {
        return index;
      }
    }
    return -1;
  }

  private void show() {
    int selected = list.getSelectionModel().getSelectedIndex();
    int index = selected >= 0 ? selected : newest();
    String line = index < 0 || index >= lines.size() ? "" : lines.get(index).text();
    @Nullable LogExplanation found = explainer.apply(line).orElse(null);
    setVisible(found != null);
    if (found == null) {
      return;
    }
    String old = ages.why(index, line);
    past.setText(old);
    quoted.setText(isSeen(index, selected) ? "" : line);
    boolean fault = found.isFault() && old.isEmpty();
    sentence.setText(found.sentence());
    sentence.setGraphic((fault ? Icons.WARNING : Icons.NEWS).node(fault ? "fault" : "news"));
    step.setText(found.step());
    remedy.setText(found.remedy().isEmpty() ? "" : "Remedy: " + found.remedy());
    int at = complaints.indexOf(index);
    where.setText(at < 0 ? "" : (at + 1) + " of " + complaints.size());
  }

  /** Whether the line itself can be seen in the list: it is chosen there, or at its end. */
  private boolean isSeen(int index, int selected) {
    return selected >= 0
        || (list.followingProperty().get() && lines.size() - index <= SEEN_AT_THE_END);
  }

  private void walk(int direction) {
    if (complaints.isEmpty()) {
      return;
    }
    int selected = list.getSelectionModel().getSelectedIndex();
    int newest = newest();
    int from = selected >= 0 ? selected : newest >= 0 ? newest : complaints.getLast();
    List<Integer> ahead =
        complaints.stream().filter(each -> direction < 0 ? each < from : each > from).toList();
    if (!ahead.isEmpty()) {
      list.reveal(direction < 0 ? ahead.getLast() : ahead.getFirst());
    } else {
      list.reveal(from);
    }
  }
}
