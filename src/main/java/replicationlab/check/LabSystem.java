package replicationlab.check;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.postgres.replication.WalFunctions;

/**
 * The running system that checks look at.
 *
 * @param sessionOpen whether the lab holds a session of that name open
 * @param wording puts this lab's ports in the place of the course's
 * @param left what a round of checks may leave to the next
 */
public record LabSystem(
    ClusterPair clusters,
    ServerControl control,
    Predicate<String> sessionOpen,
    UnaryOperator<String> wording,
    LeftSessions left) {

  /** A system without open sessions, on ports that are already this lab's own. */
  public static LabSystem of(ClusterPair clusters, ServerControl control) {
    return new LabSystem(
        clusters, control, session -> false, UnaryOperator.identity(), new LeftSessions());
  }

  int major() {
    return clusters.installation().version().major();
  }

  WalFunctions wal() {
    return WalFunctions.of(major());
  }

  Cluster primary() {
    return clusters.primary();
  }

  Cluster standby() {
    return clusters.standby();
  }

  /** The cluster that a check names. */
  Cluster cluster(String role) {
    return role.equals("standby") ? standby() : primary();
  }
}
