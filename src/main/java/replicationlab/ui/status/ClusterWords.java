package replicationlab.ui.status;

import replicationlab.lab.Role;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ServerStatus;

/**
 * What the status bar says about one server.
 *
 * @param health what the dot shows
 * @param state such as "running", "streaming" or "stopped"
 */
record ClusterWords(Health health, String state) {

  /** How a server is, at a glance. */
  enum Health {
    GOOD,
    TROUBLE,
    OFF
  }

  static ClusterWords of(Role role, ServerStatus status) {
    if (status.state() == ClusterState.KEEPS_OUT) {
      return new ClusterWords(Health.TROUBLE, "running, " + status.activity());
    }
    if (status.state() != ClusterState.RUNNING) {
      boolean trouble =
          status.state() == ClusterState.STALE_PID || status.state() == ClusterState.SILENT;
      return new ClusterWords(trouble ? Health.TROUBLE : Health.OFF, status.state().words());
    }
    Boolean inRecovery = status.inRecovery();
    if (inRecovery == null) {
      return new ClusterWords(Health.TROUBLE, "does not answer");
    }
    if (role == Role.STANDBY && !inRecovery) {
      return new ClusterWords(Health.TROUBLE, "not a standby");
    }
    if (role == Role.PRIMARY && inRecovery) {
      return new ClusterWords(Health.TROUBLE, "in recovery");
    }
    if (role == Role.PRIMARY) {
      return new ClusterWords(Health.GOOD, status.state().words());
    }
    String activity = status.activity().isEmpty() ? status.state().words() : status.activity();
    return new ClusterWords(activity.equals("streaming") ? Health.GOOD : Health.TROUBLE, activity);
  }

  /** How far a standby is behind: "0 bytes behind", "16 MB behind". */
  static String lag(long bytes) {
    if (bytes < 10_000) {
      return bytes == 1 ? "1 byte behind" : bytes + " bytes behind";
    }
    long kilobytes = bytes / 1024;
    return kilobytes < 10_000 ? kilobytes + " kB behind" : kilobytes / 1024 + " MB behind";
  }
}
