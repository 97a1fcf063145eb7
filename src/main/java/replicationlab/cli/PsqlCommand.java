package replicationlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import replicationlab.postgres.psql.BuiltInPsql;
import replicationlab.process.OutputLine;

/**
 * {@code psql}: the built-in one, for the lab's terminal on machines that have none. No help names
 * it: who has a psql wants that. Its options are psql's own, so nothing else may read them first.
 */
public final class PsqlCommand {

  /** The word that asks for it. */
  public static final String NAME = "psql";

  private PsqlCommand() {}

  /** Runs it with the words after "psql"; answers with psql's exit code. */
  public static int run(
      PrintWriter out, PrintWriter err, List<String> arguments, Map<String, String> environment) {
    int exitCode =
        new BuiltInPsql()
            .run(
                arguments,
                environment,
                line -> {
                  PrintWriter to = line.stream() == OutputLine.Stream.ERR ? err : out;
                  to.println(line.text());
                  to.flush();
                });
    out.flush();
    err.flush();
    return exitCode;
  }
}
