package replicationlab.ui.evidence;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.ClassOverview;
import replicationlab.evidence.ClassRow;
import replicationlab.evidence.Dates;
import replicationlab.evidence.StepRecord;
import replicationlab.evidence.StepRecord.How;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** The rows of the heat map, and the row of names above them. */
final class HeatCells {

  /** What the number in a cell counts. */
  enum Count {
    ATTEMPTS,
    MINUTES
  }

  private HeatCells() {}

  /** The names above: the steps by their numbers, because there are many. */
  static HBox header(List<StepRecord> columns) {
    HBox row = new HBox(words("Student", "who"), words("Passed", "passed"));
    for (StepRecord column : columns) {
      Label number = words(Integer.toString(column.number()), "heat-cell");
      LateTooltip.set(number, column.title());
      row.getChildren().add(number);
    }
    row.getChildren()
        .addAll(words("Attempts", "attempts"), words("Time", "time"), words("Seal", "seal-words"));
    row.getStyleClass().addAll("heat-row", "heat-header");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  static HBox row(ClassRow row, List<StepRecord> columns, Count number) {
    HBox line = new HBox();
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("heat-row");
    if (row.evidence().isEmpty()) {
      line.getChildren().add(sentence(row, Icons.WARNING, "unreadable"));
      return line;
    }
    var evidence = row.evidence().get();
    line.getChildren().add(words(row.who(), "who"));
    line.getChildren().add(words(evidence.passed() + " / " + evidence.steps().size(), "passed"));
    for (StepRecord column : columns) {
      line.getChildren().add(cell(ClassOverview.cell(row, column), number));
    }
    boolean whole = evidence.seal().asExported();
    line.getChildren()
        .addAll(
            words(Integer.toString(row.attempts()), "attempts"),
            words(Dates.lasting(row.seconds()), "time"),
            sentence(row, whole ? Icons.SEALED : Icons.EDITED, whole ? "as-exported" : "edited"));
    return line;
  }

  private static Label sentence(ClassRow row, Icons icon, String style) {
    String words = (row.sentence() + " " + row.remark()).strip();
    Label label = words(words, "seal-words");
    label.setGraphic(icon.node());
    label.getStyleClass().add(style);
    if (!row.remark().isEmpty()) {
      label.getStyleClass().add("remarked");
    }
    LateTooltip.set(label, words);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private static Label cell(StepRecord step, Count number) {
    StepSign sign = StepSign.of(step);
    Label cell = new Label(number(step, number));
    if (sign.icon != null) {
      cell.setGraphic(sign.icon.node());
    }
    cell.getStyleClass().addAll("heat-cell", sign.style());
    LateTooltip.set(cell, StepSign.tell(step));
    cell.setAccessibleText(StepSign.tell(step));
    return cell;
  }

  /** Numbers that say nothing new are left out: one attempt, less than half a minute. */
  private static String number(StepRecord step, Count number) {
    long shown = number == Count.ATTEMPTS ? step.attempts() : (step.seconds() + 30) / 60;
    return shown <= (number == Count.ATTEMPTS ? 1 : 0) ? "" : Long.toString(Math.min(99, shown));
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    return label;
  }

  /** What the signs mean. */
  static HBox legend() {
    List<Label> all = new ArrayList<>();
    for (StepSign sign : StepSign.values()) {
      if (sign.icon != null) {
        Label cell = new Label(sign.words, sign.icon.node());
        cell.getStyleClass().addAll("legend", sign.style());
        cell.setMinWidth(Region.USE_PREF_SIZE);
        all.add(cell);
      }
    }
    HBox legend = new HBox(all.toArray(Label[]::new));
    legend.getStyleClass().add("heat-legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    return legend;
  }

  /** One row of the list; what it shows depends on columns and number at that time. */
  abstract static class Row extends ListCell<ClassRow> {
    Row() {
      // As wide as the list and no wider: the last words are cut, and their tooltip has them all.
      setPrefWidth(0);
    }

    abstract HBox draw(ClassRow row);

    @Override
    protected void updateItem(@Nullable ClassRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(empty || row == null ? null : draw(row));
      setAccessibleText(
          row == null ? "" : row.who() + ", " + StepSignWords.of(row) + ", " + row.sentence());
    }
  }

  private static final class StepSignWords {
    static String of(ClassRow row) {
      return row.steps().isEmpty()
          ? ""
          : row.passed(How.SOLVED)
              + " solved, "
              + row.passed(How.ASSISTED)
              + " with help, "
              + row.passed(How.SKIPPED)
              + " skipped";
    }
  }
}
