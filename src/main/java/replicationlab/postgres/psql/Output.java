package replicationlab.postgres.psql;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.process.OutputLine;

/**
 * Where psql's lines go: results to one stream, or since a {@code \o} to a file, errors and notices
 * to the other.
 */
final class Output implements AutoCloseable {

  private final Consumer<OutputLine> live;
  private @Nullable PrintStream file;

  Output(Consumer<OutputLine> live) {
    this.live = live;
  }

  Consumer<OutputLine> live() {
    return live;
  }

  /** Results go to this file from here on. */
  void into(Path path) throws IOException {
    close();
    file = new PrintStream(Files.newOutputStream(path), false, StandardCharsets.UTF_8);
  }

  /** Results are printed again. */
  @Override
  public void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }

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
    table.print(format).forEach(this::result);
  }

  void result(QueryResult result, Format format, boolean quiet) {
    result.notices().forEach(this::error);
    if (!result.columns().isEmpty()) {
      table(Table.of(result), format);
    }
    if (!result.commandTag().isEmpty() && !quiet) {
      result(result.commandTag());
    }
  }

  /** Into a file as it is, with each end of a line that is in it. */
  private void result(String text) {
    PrintStream to = file;
    if (to == null) {
      line(text);
    } else {
      to.print(text);
      to.print('\n');
    }
  }
}
