package replicationlab.ui.shell;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationSnapshot;

/**
 * Tells whether a server came, went, or changed its part; a moving LSN alone is no news for the
 * proof.
 */
final class ServerNews {

  private @Nullable List<Object> before;

  /** Whether the servers have changed since the last snapshot; the first one is no news. */
  boolean isIn(ReplicationSnapshot snapshot) {
    List<Object> now =
        List.of(
            snapshot.primary().state(),
            snapshot.standby().state(),
            Objects.requireNonNullElse(snapshot.primary().inRecovery(), ClusterState.ABSENT),
            Objects.requireNonNullElse(snapshot.standby().inRecovery(), ClusterState.ABSENT),
            snapshot.standby().activity());
    boolean changed = before != null && !now.equals(before);
    before = now;
    return changed;
  }

  /** Another lab is open: what was seen of the last one is nothing to compare with. */
  void forget() {
    before = null;
  }
}
