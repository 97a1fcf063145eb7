package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import replicationlab.deck.Slide;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Version;
import replicationlab.run.Wording;

class SlideRewritingTest {

  @Test
  void notesFollowTheLabsPorts() {
    Slide slide = new Slide(1, "Ask", List.of(), "Ask 5433, and not 5432.");
    assertThat(new SlideRewriting(wording()).apply(slide).notes())
        .isEqualTo("Ask 6433, and not 6432.");
  }

  private static Wording wording() {
    Path folder = Path.of("lab");
    Installation installation =
        new Installation(
            folder, folder, new Version(9, 6, 24), Installation.Origin.FOUND, Map.of());
    return new Wording(
        new ClusterPair(
            installation, cluster(folder, "primary", 6432), cluster(folder, "standby", 6433)),
        folder);
  }

  private static Cluster cluster(Path folder, String name, int port) {
    return new Cluster(name, folder.resolve(name), port, folder.resolve(name + ".log"));
  }
}
