package replicationlab.postgres.xray;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import replicationlab.postgres.cluster.ControlFile;

/** Whether two directories belong together. */
final class PairFindings extends Findings {

  private static final Map<String, ToIntFunction<ControlFile>> AT_LEAST =
      Map.of(
          "max_connections", ControlFile::maxConnections,
          "max_worker_processes", ControlFile::maxWorkerProcesses,
          "max_wal_senders", ControlFile::maxWalSenders,
          "max_prepared_transactions", ControlFile::maxPreparedTransactions,
          "max_locks_per_transaction", ControlFile::maxLocksPerTransaction);

  private final ClusterXray primary;
  private final ClusterXray standby;

  PairFindings(ClusterXray primary, ClusterXray standby, List<XrayFinding> found) {
    super(found);
    this.primary = primary;
    this.standby = standby;
  }

  @Override
  void look() {
    if (!primary.exists()) {
      return;
    }
    if (!primary.major().equals(standby.major())) {
      problem(
          "major",
          "The clusters are of PostgreSQL %s and %s; streaming replication needs the same major."
              .formatted(primary.major(), standby.major()));
    }
    if (port(primary).equals(port(standby))) {
      problem(
          "setting:port",
          "Both servers want port " + port(primary) + ". Give the standby one of its own.",
          standby.settings().effective().get("port"),
          conf(standby));
    }
    primary
        .tablespaces()
        .forEach((oid, place) -> {
          if (!place.equals("inside") && place.equals(standby.tablespaces().get(oid))) {
            problem(
                "tablespaces", "Both clusters would write into the tablespace at " + place + ".");
          }
        });
    if (primary.control().isPresent() && standby.control().isPresent()) {
      controls(primary.control().get(), standby.control().get());
    }
  }

  private void controls(ControlFile ofPrimary, ControlFile ofStandby) {
    if (!ofPrimary.systemIdentifier().equals(ofStandby.systemIdentifier())) {
      problem(
          "control:system identifier",
          "The system identifiers differ: "
              + folder(standby.cluster())
              + " is a cluster of its own and no copy. Delete it and copy the primary.");
      return;
    }
    if (ofStandby.timeline() > ofPrimary.timeline()) {
      problem(
          "control:timeline",
          "The standby is on timeline %d and the primary on %d: the standby was promoted."
              .formatted(ofStandby.timeline(), ofPrimary.timeline()));
    }
    AT_LEAST.forEach((name, recorded) -> {
      int needed = recorded.applyAsInt(ofPrimary);
      String has = value(standby, name);
      if (has.matches("\\d{1,9}") && Integer.parseInt(has) < needed) {
        problem(
            "setting:" + name,
            "The standby's %s is %s, lower than the primary's %d: it would not start, or not take"
                    .formatted(name, has, needed)
                + " connections. Raise it.",
            standby.settings().effective().get(name),
            conf(standby));
      }
    });
  }
}
