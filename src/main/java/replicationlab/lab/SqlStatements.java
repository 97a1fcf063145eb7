package replicationlab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what stands in an SQL block apart as psql does: at semicolons outside of quotes and
 * comments (PostgreSQL's manual, "Lexical Structure"), and at lines that begin with a backslash.
 */
final class SqlStatements {

  /** What may hold a semicolon that ends nothing; without an end it goes to the text's end. */
  private static final Pattern CLOSED_OFF =
      Pattern.compile(
          "'[^']*+'?|\"[^\"]*+\"?|--[^\\n]*|/\\*.*?(?:\\*/|\\z)"
              + "|\\$(?<tag>\\w*)\\$.*?(?:\\$\\k<tag>\\$|\\z)",
          Pattern.DOTALL);

  private SqlStatements() {}

  /** In their order, without semicolons; a command of psql's own begins with its backslash. */
  static List<String> of(String text) {
    List<String> all = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (sql.toString().isBlank() && line.stripLeading().startsWith("\\")) {
        all.add(line.strip());
      } else {
        sql.append(line).append('\n');
        takeComplete(sql, all);
      }
    }
    add(all, sql.toString());
    return all;
  }

  private static void takeComplete(StringBuilder sql, List<String> all) {
    Matcher closedOff = CLOSED_OFF.matcher(sql);
    int begin = 0;
    int at = 0;
    while (at < sql.length()) {
      if (sql.charAt(at) == ';') {
        add(all, sql.substring(begin, at));
        begin = at + 1;
      }
      at = closedOff.region(at, sql.length()).lookingAt() ? closedOff.end() : at + 1;
    }
    sql.delete(0, begin);
  }

  private static void add(List<String> all, String statement) {
    boolean says =
        statement
            .lines()
            .map(String::strip)
            .anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
    if (says) {
      all.add(statement.strip());
    }
  }
}
