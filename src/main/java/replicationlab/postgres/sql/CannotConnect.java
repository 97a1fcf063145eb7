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
    /** It runs and does not let this user into this database (class 28, 3D000, 53200). */
    REJECTED,
    /** All its connections are taken (53300). */
    TOO_MANY,
    /** Something else; the message says what. */
    OTHER
  }

  private final Reason reason;

  /** What the server or the system said. */
  public CannotConnect(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Whether a server has said so, and not the system; it has put it into its log, too. */
  public boolean isServersAnswer() {
    return reason == Reason.STARTING_UP || reason == Reason.REJECTED || reason == Reason.TOO_MANY;
  }

  /** Whether the server said that it is shutting down. */
  public boolean saysThatItStops() {
    return reason == Reason.STARTING_UP && says("the database system is shutting down");
  }

  /** Whether it is a standby that is not hot, and said so; up to 13 it says that it is starting. */
  public boolean saysThatItIsNotHot() {
    return reason == Reason.STARTING_UP && says("the database system is not accepting connections");
  }

  private boolean says(String words) {
    return String.valueOf(getMessage()).contains(words);
  }

  /** In two or three words why a server that runs has rejected somebody. */
  public String briefly() {
    if (reason == Reason.TOO_MANY) {
      return "all connections taken";
    }
    String words = String.valueOf(getMessage());
    if (words.contains("does not exist")) {
      return words.replaceFirst("(?s).*?(role|database) \"([^\"]*)\" does not exist.*", "no $1 $2");
    }
    return words.contains("password") ? "asks for a password" : "keeps the lab out";
  }
}
