package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** psql -A: values as they are, bars between them. */
final class UnalignedPrint {

  private final Table table;
  private final Format format;

  UnalignedPrint(Table table, Format format) {
    this.table = table;
    this.format = format;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    boolean dressed = !format.tuplesOnly();
    if (dressed && !table.title().isEmpty()) {
      lines.add(table.title());
    }
    if (format.expanded()) {
      expanded(lines);
      return lines;
    }
    if (dressed) {
      lines.add(String.join("|", table.columns()));
    }
    for (List<@Nullable String> row : table.rows()) {
      lines.add(String.join("|", row.stream().map(Table::text).toList()));
    }
    if (dressed) {
      lines.addAll(table.lastLines());
    }
    return lines;
  }

  private void expanded(List<String> lines) {
    if (table.rows().isEmpty() && !format.tuplesOnly()) {
      lines.add(table.countOfRows());
    }
    for (int row = 0; row < table.rows().size(); row++) {
      if (row > 0) {
        lines.add("");
      }
      for (int column = 0; column < table.columns().size(); column++) {
        String value = Table.text(table.rows().get(row).get(column));
        lines.add(table.columns().get(column) + "|" + value);
      }
    }
  }
}
