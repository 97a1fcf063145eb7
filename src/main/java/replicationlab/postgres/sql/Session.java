package replicationlab.postgres.sql;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/**
 * One open session with a server. Statements go as typed, several at once if separated by
 * semicolons, and are committed at once unless they say BEGIN. An error leaves the session open.
 * Not for use by two threads at once.
 */
public final class Session implements AutoCloseable {

  private static final String CONNECTION_LOST = "08";

  /** Its number in pg_type, the same since 9.4. */
  private static final int PG_LSN = 3220;

  private static final int PG_LSN_ARRAY = 3221;

  /**
   * A role, a password or a database that is not there, or no memory for one more session; 08004 if
   * the driver has no password.
   */
  private static final Pattern REJECTS = Pattern.compile("28...|3D000|08004|53[0-2]00");

  /**
   * Whatever somebody has made the default: a hot standby refuses even a SELECT that would be
   * serializable (0A000).
   */
  private static final String READ_COMMITTED = " -c default_transaction_isolation=read\\ committed";

  /** In one message, text in and out, and no BEGIN put in front by the driver. */
  private static final int AS_TYPED =
      QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
          | QueryExecutor.QUERY_SUPPRESS_BEGIN
          | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS;

  private final BaseConnection connection;

  private Session(BaseConnection connection) {
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @throws CannotConnect if no session could be had
   */
  public static Session open(Server server, Timeouts timeouts) {
    return open(server, timeouts, "");
  }

  /**
   * Connects to ask what a server is and does: with short time-outs, and in a way that no default
   * of the server, the database or the role keeps it from answering.
   *
   * @throws CannotConnect if no session could be had
   */
  public static Session toAsk(Server server) {
    return open(server, Timeouts.SHORT, READ_COMMITTED);
  }

  private static Session open(Server server, Timeouts timeouts, String settings) {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("ApplicationName", "Replication Lab");
    // As psql does; the driver itself looks only into a password file.
    String password = System.getenv("PGPASSWORD");
    if (password != null && !password.isEmpty()) {
      properties.setProperty("password", password);
    }
    // Then the name goes with the first message, and not in one more that has to be waited for.
    properties.setProperty("assumeMinServerVersion", "9.6");
    properties.setProperty("connectTimeout", seconds(timeouts.connect()));
    // A server that hangs sends nothing: the socket gives up a little after the server itself would
    // have.
    properties.setProperty(
        "socketTimeout",
        timeouts.statement().isZero() ? "0" : seconds(timeouts.statement().plusSeconds(3)));
    properties.setProperty("loginTimeout", seconds(timeouts.connect().plusSeconds(2)));
    properties.setProperty(
        "options",
        "-c lock_timeout="
            + timeouts.lock().toMillis()
            + " -c statement_timeout="
            + timeouts.statement().toMillis()
            + settings);
    // Text in and out, as typed: what the student sees is what the server said.
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    String url =
        "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + server.database();
    try {
      Connection connection = new Driver().connect(url, properties);
      if (connection == null) {
        throw new IllegalArgumentException("'" + url + "' is no address of a PostgreSQL server");
      }
      return new Session(knowing(connection.unwrap(BaseConnection.class)));
    } catch (SQLException e) {
      throw cannotConnect(e);
    }
  }

  /**
   * Teaches the driver the type of an LSN. It would ask the server for it after the first such
   * answer, and pg_stat_activity would show that question in place of what begins a backup.
   */
  private static BaseConnection knowing(BaseConnection connection) {
    connection
        .getTypeInfo()
        .addCoreType("pg_lsn", PG_LSN, Types.OTHER, String.class.getName(), PG_LSN_ARRAY);
    return connection;
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }

  private static CannotConnect cannotConnect(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    CannotConnect.Reason reason;
    if (state.equals("57P03")) {
      reason = CannotConnect.Reason.STARTING_UP;
    } else if (REJECTS.matcher(state).matches()) {
      reason = CannotConnect.Reason.REJECTED;
    } else if (state.equals("53300")) {
      reason = CannotConnect.Reason.TOO_MANY;
    } else if (e.getCause() instanceof ConnectException) {
      reason = CannotConnect.Reason.REFUSED;
    } else if (e.getCause() instanceof SocketTimeoutException || isLoginTimeout(e, state)) {
      reason = CannotConnect.Reason.TIMED_OUT;
    } else {
      reason = CannotConnect.Reason.OTHER;
    }
    return new CannotConnect(reason, String.valueOf(e.getMessage()), e);
  }

  /** The driver gives up a server that is silent after the connection with no cause at all. */
  private static boolean isLoginTimeout(SQLException e, String state) {
    return e.getCause() == null && state.equals(PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState());
  }

  /**
   * Sends a text and answers with the result of its last statement.
   *
   * @throws SqlFailure if the server refuses it
   * @throws CannotConnect if the session is lost
   */
  public QueryResult query(String sql) {
    List<QueryResult> results = new ArrayList<>();
    each(sql, results::add);
    return results.isEmpty()
        ? new QueryResult(List.of(), List.of(), List.of(), "", List.of())
        : results.getLast();
  }

  /**
   * Sends a text and hands on the result of each of its statements, those too that came before one
   * that failed.
   *
   * @throws SqlFailure if the server refuses a statement
   * @throws CannotConnect if the session is lost
   */
  public void each(String sql, Consumer<QueryResult> results) {
    Answers answers = new Answers();
    SQLException failure = null;
    try {
      QueryExecutor executor = connection.getQueryExecutor();
      executor.execute(
          executor.createQuery(sql, false, false).query, null, answers, 0, 0, AS_TYPED);
    } catch (SQLException e) {
      failure = e;
    }
    answers.results(connection.getTypeInfo()).forEach(results);
    if (failure != null) {
      throw failure(failure);
    }
  }

  /** Asks the server, from another thread, to break off what this session waits for. */
  public void cancel() {
    try {
      connection.cancelQuery();
    } catch (SQLException e) {
      System.getLogger(Session.class.getName()).log(System.Logger.Level.DEBUG, "no cancel", e);
    }
  }

  private RuntimeException failure(SQLException e) {
    ServerErrorMessage said =
        e instanceof PSQLException fromServer ? fromServer.getServerErrorMessage() : null;
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (said == null || state.startsWith(CONNECTION_LOST)) {
      close();
      return new CannotConnect(CannotConnect.Reason.OTHER, String.valueOf(e.getMessage()), e);
    }
    return new SqlFailure(
        said.getSeverity() == null ? "ERROR" : said.getSeverity(),
        state,
        said.getMessage() == null ? String.valueOf(e.getMessage()) : said.getMessage(),
        said.getDetail(),
        said.getHint(),
        said.getPosition(),
        e);
  }

  /** Whether it can be used still, as far as the driver knows. */
  public boolean isOpen() {
    try {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The session is over either way, and nobody could do anything about it.
      System.getLogger(Session.class.getName()).log(System.Logger.Level.DEBUG, "close failed", e);
    }
  }
}
