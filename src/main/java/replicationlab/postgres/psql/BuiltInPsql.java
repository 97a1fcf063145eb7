package replicationlab.postgres.psql;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.SqlFailure;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.process.Cancellation;
import replicationlab.process.OutputLine;

/**
 * Does what {@code psql -c …} does, for machines without psql. Its words are those of psql 15,
 * whichever server it talks to.
 */
public final class BuiltInPsql {

  /** All went well, as far as psql's exit code tells. */
  public static final int SUCCESS = 0;

  /** psql's own error, or an error in the last -c. */
  public static final int FAILURE = 1;

  /** No connection, or a lost one. */
  public static final int NO_CONNECTION = 2;

  /** A server that hangs is given up, one that works is not: a backup may take minutes to begin. */
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);

  /**
   * Runs psql.
   *
   * @param arguments the words after "psql"
   * @param environment whose PGHOST, PGPORT, PGUSER and PGDATABASE count
   * @param live gets each line as it comes
   * @return psql's exit code: 0, 1 for an error, 2 for no connection
   */
  public int run(
      List<String> arguments, Map<String, String> environment, Consumer<OutputLine> live) {
    return run(arguments, environment, live, new Cancellation());
  }

  /** The same, to be cancelled: the server is asked to break off what runs. */
  public int run(
      List<String> arguments,
      Map<String, String> environment,
      Consumer<OutputLine> live,
      Cancellation cancellation) {
    try (Output output = new Output(live)) {
      return run(arguments, environment, output, cancellation);
    }
  }

  private static int run(
      List<String> arguments,
      Map<String, String> environment,
      Output output,
      Cancellation cancellation) {
    PsqlOptions options;
    try {
      options = PsqlOptions.parse(arguments, environment);
    } catch (PsqlOptions.Unacceptable e) {
      output.error(String.valueOf(e.getMessage()));
      output.error("psql: hint: Try \"psql --help\" for more information.");
      return FAILURE;
    }
    options.warnings().forEach(output::error);
    if (options.version()) {
      output.line("psql (PostgreSQL) 15, as far as Replication Lab has it built in");
      return SUCCESS;
    }
    if (options.commands().isEmpty() && !options.listDatabases()) {
      output.error("psql: error: the built-in psql only runs commands that are given with -c");
      return FAILURE;
    }
    try (Session session = Session.open(options.server(), TIMEOUTS)) {
      cancellation.onCancel(session::cancel);
      return new Commands(session, options, output, cancellation).run();
    } catch (CannotConnect e) {
      output.error(ErrorWords.of(e, options.server()));
      return NO_CONNECTION;
    }
  }

  /** Runs one -c after another on one session. */
  private record Commands(
      Session session, PsqlOptions options, Output output, Cancellation cancellation) {

    int run() {
      BackslashCommands backslash = new BackslashCommands(session, options, output, cancellation);
      if (options.listDatabases()) {
        return attempt("\\l", backslash);
      }
      int exitCode = SUCCESS;
      for (String command : options.commands()) {
        exitCode = attempt(command, backslash);
        boolean over = exitCode == NO_CONNECTION || cancellation.isCancelled();
        if (over || (exitCode != SUCCESS && options.stopOnError())) {
          return exitCode;
        }
      }
      return exitCode;
    }

    private int attempt(String command, BackslashCommands backslash) {
      boolean isBackslash = command.stripLeading().startsWith("\\");
      try {
        if (isBackslash) {
          return backslash.run(command.strip()) ? SUCCESS : FAILURE;
        }
        session.each(command, result -> output.result(result, backslash.format(), options.quiet()));
        return SUCCESS;
      } catch (SqlFailure e) {
        // A place in a query of our own would tell nobody anything.
        output.error(isBackslash ? e.words() : ErrorWords.of(e, command));
        return e.severity().equals("ERROR") ? FAILURE : lost();
      } catch (CannotConnect e) {
        return lost();
      }
    }

    private int lost() {
      output.error(
          """
          server closed the connection unexpectedly
          \tThis probably means the server terminated abnormally
          \tbefore or while processing the request.
          connection to server was lost\
          """);
      return NO_CONNECTION;
    }
  }
}
