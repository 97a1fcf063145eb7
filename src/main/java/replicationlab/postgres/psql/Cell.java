package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.List;

/** A value as it stands in a table: its lines and their widths, in columns of the screen. */
record Cell(List<String> lines, List<Integer> widths) {

  private static final int TAB = 8;

  private record Range(int first, int last) {}

  /** East Asian characters and pictures, which take two columns. */
  private static final List<Range> WIDE =
      List.of(
          new Range(0x1100, 0x115f),
          new Range(0x2e80, 0x303e),
          new Range(0x3041, 0xa4cf),
          new Range(0xac00, 0xd7a3),
          new Range(0xf900, 0xfaff),
          new Range(0xfe30, 0xfe6f),
          new Range(0xff00, 0xff60),
          new Range(0xffe0, 0xffe6),
          new Range(0x1f300, 0x1faff),
          new Range(0x20000, 0x3ffff));

  static Cell of(String value) {
    List<String> lines = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (String line : value.split("\n", -1)) {
      StringBuilder shown = new StringBuilder();
      int width = 0;
      for (int point : line.codePoints().toArray()) {
        String text = shown(point, width);
        shown.append(text);
        width += text.codePoints().map(Cell::width).sum();
      }
      lines.add(shown.toString());
      widths.add(width);
    }
    return new Cell(List.copyOf(lines), List.copyOf(widths));
  }

  int width() {
    return widths.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static String shown(int point, int column) {
    if (point == '\t') {
      return " ".repeat(TAB - column % TAB);
    }
    if (point == '\r') {
      return "\\r";
    }
    if (point < ' ' || point == 0x7f) {
      return String.format("\\x%02X", point);
    }
    return Character.toString(point);
  }

  /** In columns: none for what combines with the character before. */
  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = WIDE.stream().anyMatch(range -> range.first() <= point && point <= range.last());
    return wide ? 2 : 1;
  }
}
