package replicationlab.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.SettingsTree;

/**
 * A file that can be opened.
 *
 * @param name for people, such as "data/postgresql.conf"
 */
record FileChoice(Cluster cluster, ConfigKind kind, Path path, String name) {

  /** Those of a lab, the primary's first; with what its files include. */
  static List<FileChoice> of(FilesLab lab) {
    List<FileChoice> choices = new ArrayList<>();
    for (Cluster cluster : lab.both()) {
      List<Path> own = new ArrayList<>();
      for (ConfigKind kind : ConfigKind.of(lab.major())) {
        Path file = cluster.data().resolve(kind.fileName());
        own.add(file);
        boolean offered = Files.exists(file) || Files.exists(cluster.data().resolve("PG_VERSION"));
        if (offered
            && (kind != ConfigKind.RECOVERY || Files.exists(file) || isStandby(lab, cluster))) {
          choices.add(of(cluster, kind, file));
        }
      }
      SettingsTree.of(cluster.data()).files().stream()
          .filter(file -> !own.contains(file))
          .map(file -> of(cluster, ConfigKind.POSTGRESQL, file))
          .forEach(choices::add);
    }
    return choices;
  }

  private static boolean isStandby(FilesLab lab, Cluster cluster) {
    return cluster.equals(lab.clusters().standby());
  }

  private static FileChoice of(Cluster cluster, ConfigKind kind, Path file) {
    Path parent = cluster.data().toAbsolutePath().getParent();
    Path name = parent == null ? file : parent.relativize(file.toAbsolutePath());
    return new FileChoice(cluster, kind, file, name.toString());
  }
}
