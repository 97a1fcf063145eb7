package replicationlab.policy;

import java.util.List;
import java.util.Set;
import replicationlab.policy.SqlToken.Kind;

/** Only functions that are known to be harmless are called in a statement. */
record FunctionRules(List<SqlToken> statement, Set<String> namesATable) {

  /**
   * @throws RefusedException if another one is called
   */
  void require() {
    boolean index = createsIndex();
    for (int i = 0; i < statement.size(); i++) {
      SqlToken token = statement.get(i);
      if (token.isIdentifier() && followedBy(i, "(") && !mayBe(i, index)) {
        throw new RefusedException(
            "A lesson may not call '%s'; it may call functions that neither reach files and programs nor run a text as SQL."
                .formatted(token.text()));
      }
      if (token.isIdentifier() && isField(i) && CatalogNames.callsBehindDot(token.text())) {
        throw new RefusedException(
            "A lesson may not write '.%s', because that calls a function where there is no such column."
                .formatted(token.text()));
      }
      // ('x'::text).f means f('x'), and a[1].f means f(a[1]).
      if ((token.is(")") || token.is("]")) && followedBy(i, ".")) {
        throw new RefusedException(
            "A lesson may not take a field of a value in parentheses, because that calls functions too.");
      }
    }
  }

  private boolean isField(int i) {
    return i > 0 && statement.get(i - 1).is(".") && !followedBy(i, "(");
  }

  private boolean mayBe(int i, boolean index) {
    SqlToken token = statement.get(i);
    boolean known =
        SqlVocabulary.FUNCTIONS.contains(token.text())
            || (token.kind() == Kind.WORD
                && SqlVocabulary.BEFORE_PARENTHESES.contains(token.text()));
    return known || isTable(i, index);
  }

  /** A table's name before the list of its columns. */
  private boolean isTable(int i, boolean index) {
    int before = i - 1;
    while (before >= 1 && statement.get(before).is(".")) {
      before -= 2;
    }
    if (before < 0) {
      return false;
    }
    SqlToken previous = statement.get(before);
    boolean with = before == 0 && previous.is("with");
    boolean recursive = before == 1 && previous.is("recursive");
    boolean indexed = index && previous.is("on") && noneBefore(before, "on");
    return with
        || recursive
        || indexed
        || (previous.kind() == Kind.WORD && namesATable.contains(previous.text()));
  }

  private boolean noneBefore(int at, String word) {
    return statement.subList(0, at).stream().noneMatch(token -> token.is(word));
  }

  private boolean followedBy(int i, String symbol) {
    return i + 1 < statement.size() && statement.get(i + 1).is(symbol);
  }

  private boolean createsIndex() {
    List<String> head = statement.stream().limit(3).map(SqlToken::text).toList();
    return head.size() == 3
        && head.getFirst().equals("create")
        && (head.get(1).equals("index")
            || (head.get(1).equals("unique") && head.get(2).equals("index")));
  }
}
