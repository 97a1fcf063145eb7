package replicationlab.postgres.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement answered, as text and just as the server sent it.
 *
 * @param columns the names; empty if it returned no rows
 * @param types each column's type as the server names it, such as int4
 * @param rows the values; null is SQL's NULL
 * @param commandTag such as "INSERT 0 1", as the server sent it; empty for a query
 * @param notices what the server said besides, such as "NOTICE: …"
 */
public record QueryResult(
    List<String> columns,
    List<String> types,
    List<List<@Nullable String>> rows,
    String commandTag,
    List<String> notices) {

  public QueryResult {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    List<List<@Nullable String>> copies = new ArrayList<>();
    rows.forEach(row -> copies.add(Collections.unmodifiableList(new ArrayList<>(row))));
    rows = Collections.unmodifiableList(copies);
    notices = List.copyOf(notices);
  }

  /** The first row's first value; null if there is none, or if it is NULL. */
  public @Nullable String first() {
    return rows.isEmpty() || rows.getFirst().isEmpty() ? null : rows.getFirst().getFirst();
  }
}
