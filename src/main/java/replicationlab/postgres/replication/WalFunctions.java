package replicationlab.postgres.replication;

/**
 * What the functions about the WAL are called: PostgreSQL 10 renamed xlog to wal and location to
 * lsn (release notes of 10, "Migration").
 */
public record WalFunctions(boolean renamed) {

  /** The names on a major; 9 stands for 9.6. */
  public static WalFunctions of(int major) {
    return new WalFunctions(major >= 10);
  }

  /** The location up to which this server has written WAL; an error on a standby. */
  public String currentLsn() {
    return renamed ? "pg_current_wal_lsn()" : "pg_current_xlog_location()";
  }

  /** The location up to which this standby has replayed; null on a primary. */
  public String replayLsn() {
    return renamed ? "pg_last_wal_replay_lsn()" : "pg_last_xlog_replay_location()";
  }

  /** Whether somebody has paused replay; an error on a primary. */
  public String isReplayPaused() {
    return renamed ? "pg_is_wal_replay_paused()" : "pg_is_xlog_replay_paused()";
  }

  /** What lets replay go on again. */
  public String resumeReplay() {
    return renamed ? "pg_wal_replay_resume()" : "pg_xlog_replay_resume()";
  }

  /** The distance in bytes. */
  public String difference(String to, String from) {
    return (renamed ? "pg_wal_lsn_diff(" : "pg_xlog_location_diff(") + to + ", " + from + ")";
  }
}
