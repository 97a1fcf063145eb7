package replicationlab.ui.status;

import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ServerStatus;

/**
 * What the status bar says of a cluster, in few words.
 *
 * @param tone the style class that goes with it: success, warning, danger or muted
 */
record ClusterWords(String state, String tone) {

  static ClusterWords ofPrimary(ServerStatus status) {
    if (status.state() == ClusterState.RUNNING) {
      return Boolean.TRUE.equals(status.inRecovery())
          ? new ClusterWords("in recovery", "danger")
          : new ClusterWords("running", "success");
    }
    return silent(status);
  }

  static ClusterWords ofStandby(ServerStatus status) {
    if (status.state() != ClusterState.RUNNING) {
      return silent(status);
    }
    if (!Boolean.TRUE.equals(status.inRecovery())) {
      return new ClusterWords("not in recovery", "danger");
    }
    return new ClusterWords(
        status.activity(), status.activity().equals("streaming") ? "success" : "warning");
  }

  private static ClusterWords silent(ServerStatus status) {
    return switch (status.state()) {
      case ABSENT, STOPPED -> new ClusterWords(status.state().words(), "muted");
      case STARTING -> new ClusterWords(status.state().words(), "warning");
      case STALE_PID, RUNNING -> new ClusterWords(status.state().words(), "danger");
    };
  }

  /** "0 bytes behind", "1.5 MB behind"; nothing while nobody knows. */
  static String behind(@Nullable Long bytes) {
    if (bytes == null) {
      return "";
    }
    if (bytes < 10_000) {
      return bytes + " bytes behind";
    }
    return bytes < 10_000_000
        ? String.format("%.1f kB behind", bytes / 1_000.0)
        : String.format("%.1f MB behind", bytes / 1_000_000.0);
  }
}
