package replicationlab.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Reads a diagram's text. Total: whatever the input, nothing is thrown; what is wrong becomes a
 * problem with its line, and the rest is still drawn. {@code assets/diagrams/README.md} describes
 * the format.
 */
public final class DiagramReader {

  private static final int COLUMNS = 16;
  private static final int ROWS = 8;
  private static final int LARGEST = 100;

  /**
   * Nobody reads more; two nodes that overlap are a problem, and so of a thousand half a million.
   */
  private static final int MOST_PROBLEMS = 100;

  private final List<DiagramProblem> problems = new ArrayList<>();
  private final PartReader parts = new PartReader(problems);
  private final List<StepReader> steps = new ArrayList<>();
  private String title = "";
  private String caption = "";
  private int columns = COLUMNS;
  private int rows = ROWS;

  private DiagramReader() {}

  /** Reads a whole file. */
  public static Diagram read(String source) {
    DiagramReader reader = new DiagramReader();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      reader.line(new Words(lines.get(i), i + 1));
    }
    return reader.diagram();
  }

  private void line(Words words) {
    if (!words.more()) {
      return;
    }
    if (words.unclosed()) {
      problem(words, "a quotation mark is not closed; its text is taken to the end of the line");
    }
    if (words.word("title")) {
      title = text(words, "title");
    } else if (words.word("caption")) {
      caption(text(words, "caption"));
    } else if (words.word("grid")) {
      grid(words);
    } else if (words.word("node")) {
      parts.node(words);
    } else if (words.word("edge")) {
      parts.edge(words);
    } else if (words.word("group")) {
      parts.group(words);
    } else if (words.word("step")) {
      steps.add(new StepReader(words.text().orElse("Step " + (steps.size() + 1)), words.line()));
      steps.getLast().actions(words);
    } else if (steps.isEmpty()) {
      String word = words.any().toLowerCase(Locale.ROOT);
      problem(
          words,
          "unknown word \""
              + word
              + "\": a line begins with title, caption, grid, node, edge, group or step");
    } else {
      steps.getLast().actions(words);
    }
  }

  private void caption(String text) {
    if (steps.isEmpty()) {
      caption = text;
    } else {
      steps.getLast().caption(text);
    }
  }

  private String text(Words words, String what) {
    return words
        .text()
        .orElseGet(() -> {
          problem(words, "after " + what + " comes a text in quotation marks");
          return "";
        });
  }

  private void grid(Words words) {
    Point size = words.pair().orElse(new Point(0, 0));
    if (size.x() < 1 || size.y() < 1 || size.x() > LARGEST || size.y() > LARGEST) {
      problem(words, "a grid is written as 16x8, each side from 1 to " + LARGEST);
    } else {
      columns = (int) size.x();
      rows = (int) size.y();
    }
  }

  private void problem(Words words, String message) {
    problems.add(new DiagramProblem(words.line(), message));
  }

  private Diagram diagram() {
    parts.finish(columns, rows);
    List<DiagramStep> read = steps.stream().map(step -> step.finish(parts, problems)).toList();
    problems.sort(Comparator.comparingInt(DiagramProblem::line));
    int more = problems.size() - MOST_PROBLEMS;
    if (more > 0) {
      int line = problems.get(MOST_PROBLEMS).line();
      problems.subList(MOST_PROBLEMS, problems.size()).clear();
      problems.add(new DiagramProblem(line, "… and " + more + " more problems from here on"));
    }
    return new Diagram(
        title,
        caption,
        columns,
        rows,
        parts.nodes(),
        parts.edges(),
        parts.groups(),
        read,
        problems);
  }
}
