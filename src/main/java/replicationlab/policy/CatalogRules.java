package replicationlab.policy;

import java.util.List;
import java.util.Set;

/**
 * The system catalogs are read, never written: a row in {@code pg_proc} is a way to run anything,
 * and a superuser may write it, also through a view.
 */
record CatalogRules(List<SqlToken> statement) {

  private static final Set<String> WRITES =
      Set.of("insert", "update", "delete", "truncate", "merge", "view", "inherits");

  /** A type, which only looks like a catalog. */
  private static final String LSN = "pg_lsn";

  /**
   * @throws RefusedException if a statement that writes names a catalog
   */
  void require() {
    if (!writes()) {
      return;
    }
    for (int i = 0; i < statement.size(); i++) {
      SqlToken token = statement.get(i);
      // A list of columns looks like a call: INSERT INTO pg_proc (…).
      boolean called =
          SqlVocabulary.FUNCTIONS.contains(token.text())
              && i + 1 < statement.size()
              && statement.get(i + 1).is("(");
      if (isCatalog(token) && !called) {
        throw new RefusedException(
            "A statement that changes something may not name the system catalog '%s'; a lesson only queries catalogs."
                .formatted(token.text()));
      }
    }
  }

  private boolean writes() {
    for (int i = 0; i < statement.size(); i++) {
      SqlToken token = statement.get(i);
      // SELECT … FOR [NO KEY] UPDATE changes nothing.
      boolean lock = i > 0 && (statement.get(i - 1).is("for") || statement.get(i - 1).is("key"));
      if (!lock && token.kind() == SqlToken.Kind.WORD && WRITES.contains(token.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCatalog(SqlToken token) {
    return token.isIdentifier()
        && !token.text().equals(LSN)
        && (token.text().startsWith("pg_") || token.text().equals("information_schema"));
  }
}
