package replicationlab.policy;

import java.util.List;

/** COPY prints rows, and nothing else: a file or a program it would reach as the server's user. */
record CopyStatement(List<SqlToken> statement) {

  /**
   * @throws RefusedException unless TO STDOUT follows what is copied, where the server looks for it
   */
  void require() {
    int at = statement.size() > 1 && statement.get(1).is("(") ? afterParentheses(1) : afterTable();
    boolean printed = is(at, "to") && is(at + 1, "stdout");
    if (!printed || statement.stream().anyMatch(token -> token.is("program"))) {
      throw new RefusedException(
          "COPY may not reach files or programs in a lesson; COPY … TO STDOUT prints the rows.");
    }
  }

  /** A name, perhaps in a schema, and perhaps some of its columns. */
  private int afterTable() {
    int at = 2;
    while (is(at, ".")) {
      at += 2;
    }
    return is(at, "(") ? afterParentheses(at) : at;
  }

  private int afterParentheses(int open) {
    int depth = 0;
    for (int i = open; i < statement.size(); i++) {
      if (is(i, "(")) {
        depth++;
      } else if (is(i, ")")) {
        depth--;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return statement.size();
  }

  private boolean is(int at, String word) {
    return at < statement.size() && statement.get(at).is(word);
  }
}
