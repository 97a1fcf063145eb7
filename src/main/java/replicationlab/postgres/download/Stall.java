package replicationlab.postgres.download;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a transfer from which nothing has come for too long; the JDK's client would wait for ever.
 */
final class Stall implements AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("stalled download").factory());
  private final Duration patience;
  private final Runnable end;
  private @Nullable Future<?> due;

  Stall(Duration patience, Runnable end) {
    this.patience = patience;
    this.end = end;
  }

  /** Begins to wait anew. */
  void watch() {
    if (due != null) {
      due.cancel(false);
    }
    due = clock.schedule(end, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
