package replicationlab.check;

import java.util.Collection;
import java.util.List;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.RoleNames;

/** Checks of a cluster and its server. */
final class ClusterChecks {

  private ClusterChecks() {}

  /** {@code cluster primary}: initialised, by the version that the lab uses. */
  static CheckResult created(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    DataDirectory data = new DataDirectory(cluster.data());
    String folder = cluster.data().getFileName().toString();
    Finding finding =
        Finding.of("cluster " + cluster.name(), "Does " + folder + " hold a cluster?")
            .asked(folder + "/PG_VERSION, " + folder + "/global/pg_control");
    if (!data.holdsCluster()) {
      return finding
          .answered("not there")
          .failed(
              new Explanation(
                  "no-cluster",
                  "No cluster has been made in " + folder + ".",
                  new Mend()
                      .run("initdb -D " + folder + " -U postgres -A trust -E UTF8")
                      .as("Make one.")),
              system);
    }
    Side side = new Side(system, asking, cluster);
    if (lacksPostgres(side)) {
      return finding
          .asked(folder + "/global/1260 (pg_authid)")
          .answered("roles: " + String.join(", ", RoleNames.of(data).values()))
          .failed(new LockedOut(side).noRole(), system);
    }
    String wanted = system.clusters().installation().version().majorName();
    return finding
        .answered(data.major())
        .verdict(
            data.major().equals(wanted),
            folder
                + " was made by PostgreSQL "
                + data.major()
                + ", and the lab uses "
                + wanted
                + ".",
            "Choose PostgreSQL " + data.major() + ", or reset the lab and begin anew.");
  }

  /**
   * A server that runs or has crashed may know of a role that is not in its file yet. The roles
   * that come with a server have names that begin with pg_.
   */
  private static boolean lacksPostgres(Side side) {
    Collection<String> names = RoleNames.of(side.data()).values();
    if (names.isEmpty() || names.contains("postgres")) {
      return false;
    }
    return side.data().server().isPresent()
        ? side.asking().ask(side.cluster(), "SELECT 1").raw().contains("role \"postgres\" does not")
        : ControlFile.read(side.cluster().data())
            .filter(control -> control.state().startsWith("shut down"))
            .isPresent();
  }

  /** {@code running primary}: answers on its port, from its own data directory. */
  static CheckResult running(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    CheckResult answers = new ServerRows(system, asking).answers(cluster);
    if (answers.verdict() != Verdict.PASSED) {
      return answers;
    }
    return Unsignalled.stranger(new Side(system, asking, cluster))
        .map(why ->
            new Finding(answers.name(), answers.question(), answers.sql(), answers.answer())
                .failed(why, system))
        .orElse(answers);
  }

  /** {@code in-recovery standby}. */
  static CheckResult inRecovery(LabSystem system, Asking asking, List<String> arguments) {
    return new ServerRows(system, asking).standbyInRecovery();
  }
}
