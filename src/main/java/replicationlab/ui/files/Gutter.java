package replicationlab.ui.files;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.postgres.config.SampleComparison;
import replicationlab.postgres.config.SampleComparison.Mark;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** The margin: a line's number, whether the sample has it otherwise, and what is wrong with it. */
final class Gutter implements IntFunction<Node> {

  private final CodeArea area;
  private Map<Integer, Mark> marks = Map.of();
  private Map<Integer, ConfigProblem> problems = Map.of();

  Gutter(CodeArea area) {
    this.area = area;
  }

  /** Shows what is known now; only lines for which that is news are made anew. */
  void show(SampleComparison comparison, List<ConfigProblem> found) {
    Map<Integer, ConfigProblem> worst = new HashMap<>();
    found.forEach(each -> worst.merge(each.line(), each, Gutter::worse));
    TreeSet<Integer> lines = new TreeSet<>(marks.keySet());
    lines.addAll(problems.keySet());
    lines.addAll(comparison.marks().keySet());
    lines.addAll(worst.keySet());
    Map<Integer, Mark> marksBefore = marks;
    Map<Integer, ConfigProblem> problemsBefore = problems;
    marks = comparison.marks();
    problems = worst;
    for (int line : lines) {
      boolean news =
          marksBefore.get(line) != marks.get(line)
              || !Objects.equals(problemsBefore.get(line), problems.get(line));
      if (news && line <= area.getParagraphs().size()) {
        area.recreateParagraphGraphic(line - 1);
      }
    }
  }

  private static ConfigProblem worse(ConfigProblem one, ConfigProblem other) {
    return one.severity().compareTo(other.severity()) <= 0 ? one : other;
  }

  /** What is wrong with a line, from 1; null if nothing is. */
  @Nullable ConfigProblem problem(int line) {
    return problems.get(line);
  }

  @Override
  public Node apply(int index) {
    Label number = new Label(Integer.toString(index + 1));
    number.getStyleClass().add("number");
    StackPane sign = new StackPane();
    sign.getStyleClass().add("sign");
    Region mark = new Region();
    mark.getStyleClass().add("mark");
    HBox box = new HBox(sign, number, mark);
    box.setAlignment(Pos.CENTER_RIGHT);
    box.getStyleClass().add("gutter");
    Mark how = marks.get(index + 1);
    if (how != null) {
      mark.getStyleClass().add(how.name().toLowerCase(Locale.ROOT));
      LateTooltip.set(box, words(how));
    }
    ConfigProblem problem = problems.get(index + 1);
    if (problem != null) {
      boolean error = problem.severity() == ConfigProblem.Severity.ERROR;
      sign.getChildren()
          .add((error ? Icons.FAILED : Icons.WARNING).node(error ? "error" : "warning"));
      LateTooltip.set(box, problem.sentence());
      box.setAccessibleText("Line " + (index + 1) + ": " + problem.sentence());
    }
    return box;
  }

  private static String words(Mark mark) {
    return switch (mark) {
      case ADDED -> "The sample has no such line";
      case CHANGED -> "The sample has another line here";
      case BY_INITDB -> "initdb wrote this line, to fit the machine";
    };
  }
}
