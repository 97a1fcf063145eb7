package replicationlab.postgres.sql;

import java.time.Duration;

/**
 * How long a session waits. Zero means without end.
 *
 * @param connect for the connection
 * @param lock for any lock: a lock that a standby replays can block a SELECT for minutes
 * @param statement for any statement
 */
public record Timeouts(Duration connect, Duration lock, Duration statement) {

  /** For questions of the checker and the monitor: an answer later than this is none. */
  public static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(5));

  /**
   * For what a lesson does itself, such as a backup whose checkpoint the server spreads over
   * minutes.
   */
  public static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10));
}
