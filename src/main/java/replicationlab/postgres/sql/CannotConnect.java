package replicationlab.postgres.sql;

/**
 * No session with a server could be had, or it was lost; the message has the server's or the
 * system's words.
 */
public final class CannotConnect extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Nobody listens there. */
    REFUSED,
    /** Nobody answered in time. */
    TIMED_OUT,
    /** The server starts, stops or recovers (SQLSTATE 57P03). */
    STARTING_UP,
    /** It does not let this user in (class 28). */
    REJECTED,
    /** All its connections are taken (53300). */
    TOO_MANY,
    /** Something else; the message says what. */
    OTHER
  }

  private final Reason reason;

  CannotConnect(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
