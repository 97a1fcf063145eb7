package replicationlab.deck;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises a table as psql prints it, with its caption and row count; also Markdown's pipe
 * tables, which keep their columns in the same way.
 */
final class PsqlTable {

  private static final Pattern RECORD = Pattern.compile("\\s*-\\[ RECORD \\d+ ]-[-+]*\\s*");
  private static final Pattern ROW_COUNT = Pattern.compile("\\s*\\(\\d+ rows?\\)\\s*");
  private static final Pattern CAPTION =
      Pattern.compile(
          "\\s*(List of .*|Did not find .*|Object descriptions|Access privileges|"
              + "((Partitioned |Unlogged |Foreign )?[Tt]able|(Materialized )?[Vv]iew|Index|Sequence"
              + "|Composite type|TOAST table) \".*)",
          Pattern.DOTALL);

  /** A table of one column is told from a heading by its row count, which must be this near. */
  private static final int LONGEST_SINGLE_COLUMN = 100;

  private PsqlTable() {}

  /** The index after the last line of the table that begins at {@code from}, or -1. */
  static int end(List<String> lines, int from) {
    if (isRecord(lines, from)) {
      return endOfRecords(lines, from);
    }
    int header = isHeader(lines, from) ? from : from + 1;
    if (header > from && !(isHeader(lines, header) && isCaption(lines.get(from)))) {
      return -1;
    }
    int at = header + 2;
    if (isSingle(lines, header)) {
      return rowCount(lines, at) + 1;
    }
    while (at < lines.size() && lines.get(at).contains("|")) {
      at++;
    }
    return at < lines.size() && isRowCount(lines.get(at)) ? at + 1 : at;
  }

  private static boolean isCaption(String line) {
    // psql centres its captions; nobody indents a sentence that far.
    return CAPTION.matcher(line).matches() || (!line.isBlank() && line.startsWith("        "));
  }

  private static boolean isHeader(List<String> lines, int at) {
    if (at + 1 >= lines.size() || lines.get(at).isBlank()) {
      return false;
    }
    String rule = lines.get(at + 1);
    long columns = count(lines.get(at), '|');
    if (isRule(rule)) {
      return columns >= count(rule, '+');
    }
    return (columns > 0 && isPipeRule(rule)) || isSingle(lines, at);
  }

  private static boolean isRule(String line) {
    String rule = line.strip();
    return rule.startsWith("-") && rule.endsWith("-") && rule.contains("-+-") && only(rule, "-+");
  }

  private static boolean isPipeRule(String line) {
    return line.contains("---") && line.contains("|") && only(line, " \t|:-");
  }

  private static boolean only(String text, String allowed) {
    return text.chars().allMatch(c -> allowed.indexOf(c) >= 0);
  }

  private static boolean isSingle(List<String> lines, int header) {
    return only(lines.get(header + 1).strip(), "-")
        && lines.get(header + 1).contains("--")
        && !lines.get(header).isBlank()
        && rowCount(lines, header + 2) >= 0;
  }

  private static int rowCount(List<String> lines, int from) {
    int limit = Math.min(lines.size(), from + LONGEST_SINGLE_COLUMN);
    for (int at = from; at < limit && !lines.get(at).isBlank(); at++) {
      if (isRowCount(lines.get(at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isRowCount(String line) {
    return line.indexOf('(') >= 0 && ROW_COUNT.matcher(line).matches();
  }

  private static boolean isRecord(List<String> lines, int at) {
    return RECORD.matcher(lines.get(at)).matches();
  }

  private static int endOfRecords(List<String> lines, int from) {
    int at = from + 1;
    while (at < lines.size() && (lines.get(at).contains("|") || isRecord(lines, at))) {
      at++;
    }
    return at;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
