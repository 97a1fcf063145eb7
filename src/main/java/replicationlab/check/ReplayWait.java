package replicationlab.check;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits until the standby has replayed the WAL up to some location.
 *
 * @param hopeless whether it is known already why nothing arrives, so that it is not waited for
 */
record ReplayWait(LabSystem system, Asking asking, BooleanSupplier hopeless) {

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration NO_PATIENCE = Duration.ofMillis(200);
  private static final long FIRST_WAIT_NANOS = 100_000;
  private static final long LONGEST_WAIT_NANOS = 5_000_000;

  /** What came of it. */
  record Replayed(boolean reached, boolean couldNotAsk, String words) {}

  Replayed until(String lsn) {
    String replay = system.wal().replayLsn();
    String sql = "SELECT " + replay + ", " + replay + " >= '" + lsn + "'";
    long patience = (hopeless.getAsBoolean() ? NO_PATIENCE : PATIENCE).toNanos();
    long start = System.nanoTime();
    long wait = FIRST_WAIT_NANOS;
    while (true) {
      Asking.Answer answer = asking.ask(system.standby(), sql);
      if (!answer.answered()) {
        return new Replayed(false, answer.tellsNothing(), answer.raw());
      }
      long waited = System.nanoTime() - start;
      boolean reached = "t".equals(answer.rows().getFirst().get(1));
      if (reached || waited > patience) {
        String words = "replayed up to " + answer.first() + " after " + waited / 1_000_000 + " ms";
        return new Replayed(reached, false, words);
      }
      // PostgreSQL up to 18 has no way to wait for a location on a standby.
      LockSupport.parkNanos(wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_NANOS);
    }
  }

  /**
   * Up to all that shows on the primary by now; whether the standby has come there. What was
   * committed with synchronous_commit off shows before it is written.
   */
  boolean untilNow() {
    String inserted =
        system.major() >= 10 ? "pg_current_wal_insert_lsn()" : "pg_current_xlog_insert_location()";
    Asking.Answer lsn = asking.ask(system.primary(), "SELECT " + inserted);
    return lsn.answered() && until(lsn.first()).reached();
  }
}
