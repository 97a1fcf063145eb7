package replicationlab.check;

import java.time.Instant;
import java.util.Optional;

/**
 * A backup that a session has begun and not ended yet, since 15. No view tells of one any more: up
 * to 14 pg_is_in_backup() does, and pg_stat_progress_basebackup tells of pg_basebackup's only. So
 * it goes by what the session has asked last, and what the server knows besides: the call has come
 * back, and since the session was opened there was a checkpoint, as each beginning makes one.
 */
final class OpenBackup {

  private static final String OF_SESSIONS =
      " FROM pg_stat_activity, pg_control_checkpoint() WHERE pid <> pg_backend_pid()"
          + " AND query ~* 'pg_backup_start' AND query !~* 'pg_backup_stop'"
          + " AND state <> 'active'"
          + " AND checkpoint_time >= date_trunc('second', backend_start)";

  /** Whether there is one. */
  static final String IS_OPEN = "SELECT count(*) > 0" + OF_SESSIONS;

  /** Of the earliest, so that a second one says nothing about a copy made during the first. */
  private static final String BEGUN =
      "SELECT floor(extract(epoch FROM min(query_start)))::bigint" + OF_SESSIONS;

  private OpenBackup() {}

  /** When the earliest was begun; empty if there is none. */
  static Optional<Instant> begun(Side primary) {
    return primary
        .ask(BEGUN)
        .filter(seconds -> !seconds.isEmpty())
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
  }
}
