package replicationlab.postgres.replication;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.ClusterPair;

/**
 * Looks at both servers and tells what it saw. PostgreSQL has no event for "a server started" or
 * "the standby fell behind", so it looks every half second; a server that is not there costs one
 * look at a file.
 */
public final class ReplicationMonitor implements AutoCloseable {

  private static final long MILLIS_BETWEEN_LOOKS = 500;

  private final ServerWatch primary;
  private final ServerWatch standby;
  private final List<Consumer<ReplicationSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("replication monitor").daemon().factory());
  private volatile @Nullable ReplicationSnapshot latest;

  public ReplicationMonitor(ClusterPair clusters) {
    WalFunctions wal = WalFunctions.of(clusters.installation().version().major());
    this.primary = new ServerWatch(clusters.primary(), wal);
    this.standby = new ServerWatch(clusters.standby(), wal);
  }

  /** Begins to look. */
  public void start() {
    var _ =
        looks.scheduleWithFixedDelay(this::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
  }

  /**
   * Calls {@code listener} with each snapshot, and at once with the latest, on the monitor's thread
   * or the caller's.
   */
  public Runnable subscribe(Consumer<ReplicationSnapshot> listener) {
    listeners.add(listener);
    ReplicationSnapshot snapshot = latest;
    if (snapshot != null) {
      listener.accept(snapshot);
    }
    return () -> listeners.remove(listener);
  }

  /**
   * Asks at the next look even a server that has turned us away a moment ago: somebody has asked it
   * too, or wants to know. From any thread.
   */
  public void askAgain() {
    primary.askAgain();
    standby.askAgain();
  }

  private void look() {
    try {
      ServerStatus first = primary.look();
      ServerStatus second = standby.look();
      ReplicationSnapshot snapshot =
          new ReplicationSnapshot(Instant.now(), first, second, behind(first, second));
      latest = snapshot;
      listeners.forEach(listener -> listener.accept(snapshot));
    } catch (RuntimeException e) {
      // A look that fails must not end the looking: the next one may succeed.
      System.getLogger(ReplicationMonitor.class.getName())
          .log(System.Logger.Level.DEBUG, "look failed", e);
    }
  }

  private static @Nullable Long behind(ServerStatus primary, ServerStatus standby) {
    if (!Boolean.TRUE.equals(standby.inRecovery())
        || primary.lsn().isEmpty()
        || standby.lsn().isEmpty()) {
      return null;
    }
    return Math.max(0, Lsn.bytes(primary.lsn()) - Lsn.bytes(standby.lsn()));
  }

  @Override
  public void close() {
    listeners.clear();
    looks.shutdownNow();
    primary.close();
    standby.close();
  }
}
