package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** psql's usual table: a line between header and rows, border style 1. */
final class AlignedPrint {

  private final Table table;
  private final Format format;
  private final List<Cell> headers;
  private final int[] widths;
  private final List<String> lines = new ArrayList<>();

  AlignedPrint(Table table, Format format) {
    this.table = table;
    this.format = format;
    this.headers = table.columns().stream().map(Cell::of).toList();
    this.widths = headers.stream().mapToInt(Cell::width).toArray();
    for (List<@Nullable String> row : table.rows()) {
      List<Cell> cells = cells(row);
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).width());
      }
    }
  }

  List<String> lines() {
    if (!format.tuplesOnly()) {
      title();
      header();
    }
    table.rows().forEach(row -> row(cells(row)));
    if (!format.tuplesOnly()) {
      lines.addAll(table.lastLines());
    }
    lines.add("");
    return lines;
  }

  private void title() {
    if (!table.title().isEmpty()) {
      int total = IntStream.of(widths).sum() + Math.max(0, 3 * widths.length - 1);
      int indent = Math.max(0, (total - Cell.of(table.title()).width()) / 2);
      lines.add(" ".repeat(indent) + table.title());
    }
  }

  private void header() {
    int height = height(headers);
    for (int line = 0; line < height && !headers.isEmpty(); line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        Cell cell = headers.get(i);
        boolean there = line < cell.lines().size();
        int blanks = widths[i] - (there ? cell.widths().get(line) : 0);
        text.append(i == 0 ? " " : "| ")
            .append(" ".repeat(blanks / 2))
            .append(there ? cell.lines().get(line) : "")
            .append(" ".repeat((blanks + 1) / 2))
            .append(line + 1 < cell.lines().size() ? "+" : " ");
      }
      lines.add(text.toString());
    }
    List<String> rules = IntStream.of(widths).mapToObj(width -> "-".repeat(width + 2)).toList();
    lines.add(rules.isEmpty() ? "--" : String.join("+", rules));
  }

  private void row(List<Cell> cells) {
    for (int line = 0; line < height(cells); line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        Cell cell = cells.get(i);
        boolean last = i == widths.length - 1;
        boolean goesOn = line + 1 < cell.lines().size();
        boolean there = line < cell.lines().size();
        String blanks = " ".repeat(widths[i] - (there ? cell.widths().get(line) : 0));
        String content = there ? cell.lines().get(line) : "";
        boolean right = there && table.numeric().get(i);
        text.append(i == 0 ? " " : "| ").append(right ? blanks : "").append(content);
        // psql leaves no blanks at the end of a line, unless something follows them.
        text.append(!right && (!last || goesOn) ? blanks : "");
        text.append(goesOn ? "+" : last ? "" : " ");
      }
      lines.add(text.toString());
    }
  }

  private static List<Cell> cells(List<@Nullable String> row) {
    return row.stream().map(value -> Cell.of(Table.text(value))).toList();
  }

  private static int height(List<Cell> cells) {
    return cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
  }
}
