package replicationlab.postgres.sql;

import org.jspecify.annotations.Nullable;

/**
 * A server refused a statement. Fields are as in PostgreSQL's protocol, "Error and Notice Message
 * Fields".
 */
public final class SqlFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String severity;
  private final String sqlState;
  private final String detail;
  private final String hint;
  private final int position;

  SqlFailure(
      String severity,
      String sqlState,
      String message,
      @Nullable String detail,
      @Nullable String hint,
      int position,
      Throwable cause) {
    super(message, cause);
    this.severity = severity;
    this.sqlState = sqlState;
    this.detail = detail == null ? "" : detail;
    this.hint = hint == null ? "" : hint;
    this.position = position;
  }

  /** ERROR, FATAL or PANIC. */
  public String severity() {
    return severity;
  }

  /** Five characters, such as 25006 for a write on a standby. */
  public String sqlState() {
    return sqlState;
  }

  /** The server's DETAIL; empty if it sent none. */
  public String detail() {
    return detail;
  }

  /** The server's HINT; empty if it sent none. */
  public String hint() {
    return hint;
  }

  /**
   * The character of the statement that is to blame, counted from 1; 0 if the server names none.
   */
  public int position() {
    return position;
  }

  /** As psql prints it, without the statement's line. */
  public String words() {
    return ServerWords.of(severity, String.valueOf(getMessage()), detail, hint);
  }
}
