package replicationlab.ui.slidelab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was printed, beside what the slide says: of a block with several commands a slide mostly
 * shows what the last one prints, and sometimes what all of them do. Whichever is nearer counts.
 */
record Compared(List<Row> rows, Comparison comparison) {

  static Compared of(List<Row> rows, List<String> slide) {
    int last =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).kind() == Row.Kind.COMMAND)
            .max()
            .orElse(0);
    return Stream.of(last, 0)
        .map(from -> from(rows, from, slide))
        .reduce((a, b) -> b.comparison.differences() < a.comparison.differences() ? b : a)
        .orElseThrow();
  }

  private static Compared from(List<Row> rows, int from, List<String> slide) {
    List<String> printed =
        rows.subList(from, rows.size()).stream()
            .filter(row -> row.kind().printed())
            .map(Row::text)
            .toList();
    Comparison comparison = Comparison.of(slide, printed);
    List<Row> marked = new ArrayList<>(rows.subList(0, from));
    List<Comparison.Line> left = new ArrayList<>(comparison.lines());
    for (Row row : rows.subList(from, rows.size())) {
      if (row.kind().printed()) {
        missing(left, marked);
        // Blank lines at the ends are in no comparison.
        marked.add(
            !left.isEmpty() && left.getFirst().text().equals(row.text())
                ? Row.of(left.removeFirst())
                : row);
      } else {
        if (row.kind() == Row.Kind.ENDED_WELL || row.kind() == Row.Kind.ENDED_BADLY) {
          missing(left, marked);
        }
        marked.add(row);
      }
    }
    left.forEach(line -> marked.add(Row.of(line)));
    return new Compared(List.copyOf(marked), comparison);
  }

  private static void missing(List<Comparison.Line> left, List<Row> marked) {
    while (!left.isEmpty() && left.getFirst().mark() == Comparison.Mark.MISSING) {
      marked.add(Row.of(left.removeFirst()));
    }
  }
}
