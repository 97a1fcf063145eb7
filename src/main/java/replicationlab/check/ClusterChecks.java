package replicationlab.check;

import java.util.List;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;

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
              "No cluster has been made in " + folder + ".",
              "Run initdb -D " + folder + " -U postgres");
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

  /** {@code running primary}: answers on its port, from its own data directory. */
  static CheckResult running(LabSystem system, Asking asking, List<String> arguments) {
    Cluster cluster = system.cluster(arguments.getFirst());
    CheckResult answers = new ServerRows(system, asking).answers(cluster);
    if (answers.verdict() != Verdict.PASSED) {
      return answers;
    }
    if (new DataDirectory(cluster.data())
        .server()
        .filter(pid -> pid.port() == cluster.port())
        .isEmpty()) {
      return new Finding(answers.name(), answers.question(), answers.sql(), answers.answer())
          .failed(
              "A server answers on port "
                  + cluster.port()
                  + ", but not from this lab's "
                  + cluster.data().getFileName()
                  + ".",
              "Stop that server, or choose another pair of ports for the lab.");
    }
    return answers;
  }

  /** {@code in-recovery standby}. */
  static CheckResult inRecovery(LabSystem system, Asking asking, List<String> arguments) {
    return new ServerRows(system, asking).standbyInRecovery();
  }
}
