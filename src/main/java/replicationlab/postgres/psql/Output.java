package replicationlab.postgres.psql;

import java.util.function.Consumer;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.process.OutputLine;

/** Where psql's lines go: results to one stream, errors and notices to the other. */
record Output(Consumer<OutputLine> live) {

  void line(String text) {
    text.lines().forEach(line -> live.accept(new OutputLine(OutputLine.Stream.OUT, line)));
    if (text.isEmpty()) {
      live.accept(new OutputLine(OutputLine.Stream.OUT, ""));
    }
  }

  void error(String text) {
    text.lines().forEach(line -> live.accept(new OutputLine(OutputLine.Stream.ERR, line)));
  }

  void table(Table table, Format format) {
    table.print(format).forEach(this::line);
  }

  void result(QueryResult result, Format format, boolean quiet) {
    result.notices().forEach(this::error);
    if (!result.columns().isEmpty()) {
      table(Table.of(result), format);
    }
    if (!result.commandTag().isEmpty() && !quiet) {
      line(result.commandTag());
    }
  }
}
