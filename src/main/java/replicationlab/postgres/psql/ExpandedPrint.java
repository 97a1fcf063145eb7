package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** psql's expanded table: a line for each column, a heading for each row. */
final class ExpandedPrint {

  private final Table table;
  private final Format format;
  private final int headerWidth;
  private final int dataWidth;
  private final List<String> lines = new ArrayList<>();

  ExpandedPrint(Table table, Format format) {
    this.table = table;
    this.format = format;
    this.headerWidth = width(table.columns());
    this.dataWidth = table.rows().stream().mapToInt(ExpandedPrint::width).max().orElse(0);
  }

  private static int width(List<? extends @Nullable String> texts) {
    return texts.stream().mapToInt(text -> Cell.of(Table.text(text)).width()).max().orElse(0);
  }

  List<String> lines() {
    if (!format.tuplesOnly() && !table.title().isEmpty()) {
      lines.add(table.title());
    }
    if (table.rows().isEmpty()) {
      if (!format.tuplesOnly()) {
        lines.add(table.countOfRows());
      }
      lines.add("");
      return lines;
    }
    for (int row = 0; row < table.rows().size(); row++) {
      heading(row);
      for (int column = 0; column < table.columns().size(); column++) {
        field(table.columns().get(column), Table.text(table.rows().get(row).get(column)));
      }
    }
    if (!format.tuplesOnly()) {
      lines.addAll(table.footers());
    }
    lines.add("");
    return lines;
  }

  private void heading(int row) {
    String rule = "-".repeat(headerWidth + 1) + "+" + "-".repeat(dataWidth + 1);
    if (!format.tuplesOnly()) {
      String label = "-[ RECORD " + (row + 1) + " ]";
      lines.add(label.length() < rule.length() ? label + rule.substring(label.length()) : label);
    } else if (row > 0) {
      lines.add(rule);
    }
  }

  private void field(String name, String value) {
    Cell left = Cell.of(name);
    Cell right = Cell.of(value);
    int height = Math.max(left.lines().size(), right.lines().size());
    for (int line = 0; line < height; line++) {
      lines.add(half(left, line, headerWidth, true) + "| " + half(right, line, dataWidth, false));
    }
  }

  private static String half(Cell cell, int line, int width, boolean left) {
    boolean there = line < cell.lines().size();
    boolean goesOn = line + 1 < cell.lines().size();
    String text = there ? cell.lines().get(line) : "";
    String blanks = " ".repeat(width - (there ? cell.widths().get(line) : 0));
    return text + (left || goesOn ? blanks : "") + (goesOn ? "+" : left ? " " : "");
  }
}
