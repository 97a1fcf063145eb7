package replicationlab.check;

/** The question whether a table of the student's has the same rows on both servers. */
final class SameRows {

  /**
   * Rows are compared as texts, and each server writes a value as its own settings say. Goes before
   * the question, in one transaction with it.
   */
  private static final String ONE_WRITING =
      "SET LOCAL intervalstyle = postgres; SET LOCAL bytea_output = hex;"
          + " SET LOCAL datestyle = ISO; SET LOCAL timezone = UTC;"
          + " SET LOCAL extra_float_digits = 3; SET LOCAL lc_monetary = 'C';"
          + " SET LOCAL quote_all_identifiers = off; SET LOCAL search_path = public; ";

  private SameRows() {}

  /** How many rows there are, and what they are: t alone would be a column of that name. */
  static String all(String table) {
    return ONE_WRITING + digest("SELECT (t.*)::text AS line FROM " + table + " t");
  }

  private static String digest(String lines) {
    return "SELECT count(*), md5(coalesce(string_agg(line, ',' ORDER BY line COLLATE \"C\"), ''))"
        + " FROM ("
        + lines
        + ") AS written";
  }
}
