package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/** One line of a deck's file; {@code number} counts from 1 and stays with the line for good. */
record Line(int number, String text) {

  /** Where CommonMark puts tab stops, and from which column on a line is code. */
  static final int TAB = 4;

  /** All lines of a file; knows the three line ends and drops a byte order mark. */
  static List<Line> of(String file) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = begin;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      lines.add(new Line(lines.size() + 1, text.substring(begin, end)));
      boolean crlf = text.startsWith("\r\n", end);
      begin = end + (crlf ? 2 : 1);
    }
    return lines;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  String trimmed() {
    return text.strip();
  }

  /** The column of the first character that is neither space nor tab. */
  int indent() {
    int column = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\t') {
        column += TAB - column % TAB;
      } else if (c == ' ') {
        column++;
      } else {
        return column;
      }
    }
    return column;
  }

  /** Whether the indent alone would make this line code. */
  boolean isIndented() {
    return !isBlank() && indent() >= TAB;
  }

  /** The text without its first {@code columns} columns of white space, as far as there are. */
  String without(int columns) {
    int column = 0;
    int at = 0;
    while (at < text.length() && column < columns) {
      char c = text.charAt(at);
      if (c == '\t') {
        column += TAB - column % TAB;
      } else if (c == ' ') {
        column++;
      } else {
        break;
      }
      at++;
    }
    // A tab that reaches beyond the margin leaves its remaining columns as spaces.
    return " ".repeat(Math.max(0, column - columns)) + text.substring(at);
  }

  Line with(String other) {
    return new Line(number, other);
  }
}
