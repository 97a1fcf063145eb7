package replicationlab.postgres.sql;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * One open session with a server. Statements go as typed, several at once if separated by
 * semicolons, and are committed at once unless they say BEGIN. An error leaves the session open.
 * Not for use by two threads at once.
 */
public final class Session implements AutoCloseable {

  private static final String CONNECTION_LOST = "08";

  private final Connection connection;

  private Session(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @throws CannotConnect if no session could be had
   */
  public static Session open(Server server, Timeouts timeouts) {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("ApplicationName", "Replication Lab");
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
            + timeouts.statement().toMillis());
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
      return new Session(connection);
    } catch (SQLException e) {
      throw cannotConnect(e);
    }
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }

  private static CannotConnect cannotConnect(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    CannotConnect.Reason reason;
    if (state.equals("57P03")) {
      reason = CannotConnect.Reason.STARTING_UP;
    } else if (state.startsWith("28")) {
      reason = CannotConnect.Reason.REJECTED;
    } else if (state.equals("53300")) {
      reason = CannotConnect.Reason.TOO_MANY;
    } else if (e.getCause() instanceof ConnectException) {
      reason = CannotConnect.Reason.REFUSED;
    } else if (e.getCause() instanceof SocketTimeoutException) {
      reason = CannotConnect.Reason.TIMED_OUT;
    } else {
      reason = CannotConnect.Reason.OTHER;
    }
    return new CannotConnect(reason, String.valueOf(e.getMessage()), e);
  }

  /**
   * Sends a statement and answers with its last result.
   *
   * @throws SqlFailure if the server refuses it
   * @throws CannotConnect if the session is lost
   */
  public QueryResult query(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      boolean rows = statement.execute(sql);
      QueryResult last = result(sql, statement, rows);
      while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
        last = result(sql, statement, statement.getResultSet() != null);
      }
      return last;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static QueryResult result(String sql, Statement statement, boolean hasRows)
      throws SQLException {
    List<String> notices = notices(statement.getWarnings());
    if (!hasRows) {
      return new QueryResult(
          List.of(), List.of(), List.of(), CommandTag.of(sql, statement.getUpdateCount()), notices);
    }
    try (ResultSet set = statement.getResultSet()) {
      ResultSetMetaData meta = set.getMetaData();
      List<String> columns = new ArrayList<>();
      List<String> types = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i));
        types.add(meta.getColumnTypeName(i));
      }
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (set.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(set.getString(i));
        }
        rows.add(row);
      }
      return new QueryResult(columns, types, rows, "", notices);
    }
  }

  private static List<String> notices(@Nullable SQLWarning first) {
    List<String> notices = new ArrayList<>();
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      ServerErrorMessage message =
          warning instanceof PSQLWarning fromServer ? fromServer.getServerErrorMessage() : null;
      String severity = message == null ? "NOTICE" : message.getSeverity();
      notices.add(severity + ":  " + warning.getMessage());
    }
    return notices;
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
