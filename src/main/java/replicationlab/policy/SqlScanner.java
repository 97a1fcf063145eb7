package replicationlab.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
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
   * @throws RefusedException if a quote or comment has no end, and for what says something else to
   *     the server than it seems to: escapes, strings that are continued, words glued to numbers
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
        requireNoContinuation(current, token);
        current.add(token);
      }
    }
    statements.add(current);
    return statements.stream().filter(statement -> !statement.isEmpty()).toList();
  }

  /** The server takes 'a' and, on the next line, 'b' for one string, in which E goes on too. */
  private static void requireNoContinuation(List<SqlToken> before, SqlToken token) {
    boolean string = token.kind() == Kind.STRING;
    if (string && !before.isEmpty() && before.getLast().kind() == Kind.STRING) {
      throw new RefusedException(
          "Two strings in a row are one to the server; a lesson writes them as one.");
    }
  }

  /** Answers whether anything follows. */
  private boolean skipBlanks() {
    while (at < sql.length()) {
      if (SqlCharacters.isBlank(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        take(c -> c != '\n' && c != '\r');
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
      return new SqlToken(Kind.STRING, quoted('\''));
    }
    if (c == '"') {
      return new SqlToken(Kind.NAME, quoted('"'));
    }
    if (c == '$' && at + 1 < sql.length() && !SqlCharacters.isDigit(sql.charAt(at + 1))) {
      return new SqlToken(Kind.STRING, dollarQuoted());
    }
    if (SqlCharacters.isDigit(c)) {
      return number();
    }
    if (SqlCharacters.beginsWord(c)) {
      return word();
    }
    at++;
    return new SqlToken(Kind.SYMBOL, String.valueOf(c));
  }

  /** Servers up to 14 read 1or as two words; what the second is shall not be overlooked. */
  private SqlToken number() {
    String number = take(c -> SqlCharacters.continuesWord(c) || c == '.');
    if (number.matches("[0-9.]+[eE]") && (sql.startsWith("+", at) || sql.startsWith("-", at))) {
      at++;
      number += "0" + take(SqlCharacters::continuesWord);
    }
    if (!SqlCharacters.NUMBER.matcher(number).matches()) {
      throw new RefusedException(
          "'%s' is a number and a word in one; a lesson puts a space between them."
              .formatted(number));
    }
    return new SqlToken(Kind.NUMBER, number);
  }

  private SqlToken word() {
    String word = take(SqlCharacters::continuesWord).toLowerCase(Locale.ROOT);
    char next = at < sql.length() ? sql.charAt(at) : ' ';
    if (next == '\'' && List.of("e", "b", "x", "n").contains(word)) {
      return new SqlToken(Kind.STRING, word.equals("e") ? escaped() : quoted('\''));
    }
    if (word.equals("u") && next == '&') {
      throw new RefusedException("U& hides what a statement says; write the letters themselves.");
    }
    return new SqlToken(Kind.WORD, word);
  }

  private String take(IntPredicate part) {
    int start = at;
    while (at < sql.length() && part.test(sql.charAt(at))) {
      at++;
    }
    return sql.substring(start, at);
  }

  private String quoted(char quote) {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      at++;
      if (c == quote && at < sql.length() && sql.charAt(at) == quote) {
        at++;
      } else if (c == quote) {
        return text.toString();
      }
      text.append(c);
    }
    throw unclosed("quote");
  }

  /** Codes of letters would hide what a statement says; line breaks and the like are only that. */
  private String escaped() {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      char next = at < sql.length() ? sql.charAt(at) : ' ';
      if (c == '\'' && next != '\'') {
        return text.toString();
      }
      if (c == '\'') {
        at++;
      } else if (c == '\\') {
        c = SqlCharacters.escape(next);
        at++;
      }
      text.append(c);
    }
    throw unclosed("quote");
  }

  private String dollarQuoted() {
    int tagEnd = sql.indexOf('$', at + 1);
    String tag = tagEnd < 0 ? "" : sql.substring(at, tagEnd + 1);
    if (!SqlCharacters.TAG.matcher(tag).matches()) {
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
