package replicationlab.postgres.xray;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.postgres.config.ConfigProblems;
import replicationlab.postgres.config.Parameters;
import replicationlab.postgres.config.SettingsFileStore;

/** What is wrong with a cluster's own files. */
final class FileFindings extends Findings {

  private final ClusterXray cluster;

  FileFindings(ClusterXray cluster, List<XrayFinding> found) {
    super(found);
    this.cluster = cluster;
  }

  @Override
  void look() {
    if (cluster.isTooOpen()) {
      problem(
          "mode",
          "Others may enter "
              + folder(cluster.cluster())
              + ", which PostgreSQL refuses: chmod 700 "
              + folder(cluster.cluster())
              + ".");
    }
    for (ConfigKind kind : List.of(ConfigKind.POSTGRESQL, ConfigKind.HBA, ConfigKind.RECOVERY)) {
      boolean counts = kind != ConfigKind.RECOVERY || cluster.recovery() != null;
      // Elsewhere it is told that no recovery.conf may be there.
      if (counts && !(kind == ConfigKind.RECOVERY && cluster.usesSignals())) {
        lines(kind, cluster.cluster().data().resolve(kind.fileName()));
      }
    }
  }

  private void lines(ConfigKind kind, Path file) {
    try {
      String text = SettingsFileStore.read(file).text();
      ConfigProblems.of(kind, text, Parameters.UNKNOWN, cluster.majorNumber()).stream()
          .filter(problem -> problem.severity() == ConfigProblem.Severity.ERROR)
          .forEach(problem ->
              problem(
                  "file:" + kind.fileName(),
                  "%s/%s, line %d: %s"
                      .formatted(
                          folder(cluster.cluster()),
                          kind.fileName(),
                          problem.line(),
                          problem.sentence()),
                  file,
                  problem.line()));
    } catch (IOException e) {
      problem("file:" + kind.fileName(), file + " cannot be read: " + e.getMessage());
    }
  }
}
