package replicationlab.check;

import java.math.BigDecimal;

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

  /** Up to here a moment is enough to read all. */
  private static final long ALL_UP_TO_BYTES = 8L << 20;

  private static final long SAMPLED_BYTES = 2L << 20;
  private static final int BLOCK_BYTES = 8192;
  private static final int LAST_BLOCKS = 80;

  /** A block of 8 kB has room for no more (MaxHeapTuplesPerPage). */
  private static final int ROWS_IN_BLOCK = 291;

  private SameRows() {}

  /** How many bytes a table and its partitions have, and how many of them its own file. */
  static String size(String table) {
    return "WITH RECURSIVE part(id) AS (SELECT '"
        + table
        + "'::regclass::oid UNION SELECT inhrelid FROM pg_inherits JOIN part ON inhparent = id)"
        + " SELECT sum(pg_table_size(id))::bigint, pg_relation_size('"
        + table
        + "') FROM part";
  }

  /** Whether it would take too long to compare all rows of a table of that size. */
  static boolean isLarge(long bytes) {
    return bytes > ALL_UP_TO_BYTES;
  }

  /** How many rows there are, and what they are: t alone would be a column of that name. */
  static String all(String table) {
    return ONE_WRITING + digest("SELECT (t.*)::text AS line FROM " + table + " t");
  }

  /**
   * The same of some of a large table's rows: of blocks from all over it and of its last ones. A
   * standby is a copy block by block, so the same blocks are taken on both servers.
   */
  static String some(String table, long bytes, long ownBytes) {
    long end = ownBytes / BLOCK_BYTES;
    String sampled =
        "SELECT (t.*)::text AS line FROM %s t TABLESAMPLE SYSTEM (%s) REPEATABLE (1)"
            .formatted(table, BigDecimal.valueOf(sharePercent(bytes)).toPlainString());
    String last =
        ("SELECT (t.*)::text FROM %s t WHERE t.ctid = ANY (ARRAY(SELECT format('(%%s,%%s)', block,"
                + " item)::tid FROM generate_series(%d, %d) block, generate_series(1, %d) item))")
            .formatted(table, Math.max(0, end - LAST_BLOCKS), end, ROWS_IN_BLOCK);
    return ONE_WRITING + digest(sampled + " UNION ALL " + last);
  }

  private static double sharePercent(long bytes) {
    return Math.min(100, 100.0 * SAMPLED_BYTES / bytes);
  }

  private static String digest(String lines) {
    return "SELECT count(*), md5(coalesce(string_agg(line, ',' ORDER BY line COLLATE \"C\"), ''))"
        + " FROM ("
        + lines
        + ") AS written";
  }
}
