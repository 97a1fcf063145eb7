package replicationlab.postgres.psql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.sql.QueryResult;

/**
 * A result to print.
 *
 * @param title above it; may be empty
 * @param counted whether the count of rows stands below it
 * @param footers below it
 */
record Table(
    String title,
    List<String> columns,
    List<Boolean> numeric,
    List<List<@Nullable String>> rows,
    boolean counted,
    List<String> footers) {

  /** Those that psql sets to the right. */
  private static final Set<String> NUMBERS =
      Set.of(
          "int2", "int4", "int8", "float4", "float8", "numeric", "oid", "money", "xid", "xid8",
          "cid");

  static Table of(QueryResult result) {
    return titled("", result);
  }

  static Table titled(String title, QueryResult result) {
    return new Table(title, result.columns(), numeric(result), result.rows(), true, List.of());
  }

  /** With these lines below it instead of the count of rows. */
  static Table described(String title, QueryResult result, List<String> footers) {
    return new Table(title, result.columns(), numeric(result), result.rows(), false, footers);
  }

  private static List<Boolean> numeric(QueryResult result) {
    return result.types().stream().map(NUMBERS::contains).toList();
  }

  /** Lines, as psql prints it. */
  List<String> print(Format format) {
    if (!format.aligned()) {
      return new UnalignedPrint(this, format).lines();
    }
    return format.expanded()
        ? new ExpandedPrint(this, format).lines()
        : new AlignedPrint(this, format).lines();
  }

  /** What stands below a table that is not expanded. */
  List<String> lastLines() {
    return counted ? List.of(countOfRows()) : footers;
  }

  String countOfRows() {
    return rows.size() == 1 ? "(1 row)" : "(" + rows.size() + " rows)";
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
