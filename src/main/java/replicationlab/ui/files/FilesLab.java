package replicationlab.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.config.Parameters;
import replicationlab.progress.Drafts;

/**
 * The lab whose files are edited.
 *
 * @param parameters what the server program knows of parameters; takes a while
 */
public record FilesLab(
    Path workspace, ClusterPair clusters, ServerControl control, Supplier<Parameters> parameters) {

  int major() {
    return clusters.installation().version().major();
  }

  List<Cluster> both() {
    return List.of(clusters.primary(), clusters.standby());
  }

  Optional<LiveConfig> live(Cluster cluster) {
    return LiveConfig.of(cluster, major());
  }

  Drafts drafts() {
    return Drafts.in(workspace);
  }

  /** What to watch so that no change escapes. */
  List<Path> directories() {
    return List.of(workspace, clusters.primary().data(), clusters.standby().data());
  }
}
