package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.List;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.process.OutputLine;

/** A result as psql prints it, so that it looks as it does on slides and in a terminal. */
public final class PsqlText {

  private static final Format USUAL = new Format(false, false, true);

  private PsqlText() {}

  /** Its lines: notices, the table with its count of rows, the command tag. */
  public static List<String> of(QueryResult result) {
    List<String> lines = new ArrayList<>();
    new Output((OutputLine line) -> lines.add(line.text())).result(result, USUAL, false);
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    return lines;
  }
}
