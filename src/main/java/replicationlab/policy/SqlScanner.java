package replicationlab.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import replicationlab.policy.SqlToken.Kind;

/**
 * Takes SQL apart as the server does with {@code standard_conforming_strings} on (manual, "Lexical
 * Structure"), so that nothing hides in a comment or a string.
 */
final class SqlScanner {

  private final String sql;
  private int at;

  private SqlScanner(String sql) {
    this.sql = sql;
  }

  /**
   * The statements that the semicolons divide; empty ones are left out.
   *
   * @throws RefusedException if a quote or comment has no end, or for U&amp; escapes
   */
  static List<List<SqlToken>> statements(String sql) {
    SqlScanner scanner = new SqlScanner(sql);
    List<List<SqlToken>> statements = new ArrayList<>();
    List<SqlToken> current = new ArrayList<>();
    while (scanner.skipBlanks()) {
      SqlToken token = scanner.next();
      if (token.is(";")) {
        statements.add(current);
        current = new ArrayList<>();
      } else {
        current.add(token);
      }
    }
    statements.add(current);
    return statements.stream().filter(statement -> !statement.isEmpty()).toList();
  }

  /** Answers whether anything follows. */
  private boolean skipBlanks() {
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        skipComment();
      } else {
        return true;
      }
    }
    return false;
  }

  /** They nest. */
  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
      if (at >= sql.length() && depth > 0) {
        throw unclosed("comment");
      }
    } while (depth > 0);
  }

  private SqlToken next() {
    char c = sql.charAt(at);
    if (c == '\'') {
      return new SqlToken(Kind.STRING, quoted('\'', false));
    }
    if (c == '"') {
      return new SqlToken(Kind.NAME, quoted('"', false));
    }
    if (c == '$' && at + 1 < sql.length() && !Character.isDigit(sql.charAt(at + 1))) {
      return new SqlToken(Kind.STRING, dollarQuoted());
    }
    if (Character.isDigit(c)) {
      return new SqlToken(Kind.NUMBER, take(x -> Character.isLetterOrDigit(x) || x == '.'));
    }
    if (Character.isLetter(c) || c == '_') {
      return word();
    }
    at++;
    return new SqlToken(Kind.SYMBOL, String.valueOf(c));
  }

  private SqlToken word() {
    String word =
        take(x -> Character.isLetterOrDigit(x) || x == '_' || x == '$').toLowerCase(Locale.ROOT);
    char next = at < sql.length() ? sql.charAt(at) : ' ';
    if (next == '\'' && List.of("e", "b", "x", "n").contains(word)) {
      return new SqlToken(Kind.STRING, quoted('\'', word.equals("e")));
    }
    if (word.equals("u") && next == '&') {
      throw new RefusedException("U& hides what a statement says; write the letters themselves.");
    }
    return new SqlToken(Kind.WORD, word);
  }

  private String take(java.util.function.IntPredicate part) {
    int start = at;
    while (at < sql.length() && part.test(sql.charAt(at))) {
      at++;
    }
    return sql.substring(start, at);
  }

  private String quoted(char quote, boolean backslashes) {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      at++;
      if (c == quote && at < sql.length() && sql.charAt(at) == quote) {
        at++;
      } else if (c == quote) {
        return text.toString();
      } else if (backslashes && c == '\\') {
        at++;
      }
      text.append(c);
    }
    throw unclosed("quote");
  }

  private String dollarQuoted() {
    int tagEnd = sql.indexOf('$', at + 1);
    String tag = tagEnd < 0 ? "" : sql.substring(at, tagEnd + 1);
    if (!tag.matches("\\$([\\p{L}_][\\p{L}\\p{Nd}_]*)?\\$")) {
      throw unclosed("dollar quote");
    }
    int end = sql.indexOf(tag, tagEnd + 1);
    if (end < 0) {
      throw unclosed("dollar quote");
    }
    String text = sql.substring(tagEnd + 1, end);
    at = end + tag.length();
    return text;
  }

  private RefusedException unclosed(String what) {
    return new RefusedException("'" + sql + "' has a " + what + " that is not closed.");
  }
}
