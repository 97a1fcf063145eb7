package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.policy.CommandWords;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Version;

/** What an author writes, with a lab's own ports and folders. */
class WordingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/usr/share/pg", "/Library/Application Support/pg", "/home/Åsa/it's $HOME/pg"})
  void aFolderIsPartOfOneWordWhateverItIsCalled(String share) {
    String line = wording(Path.of(share)).of("cp {share}/recovery.conf.sample data2/recovery.conf");
    assertThat(CommandWords.parse(line).words())
        .containsExactly("cp", share + "/recovery.conf.sample", "data2/recovery.conf");
  }

  private static Wording wording(Path share) {
    Path folder = Path.of("/lab");
    Installation installation =
        new Installation(
            Path.of("/usr/bin"), share, new Version(9, 6, 24), Installation.Origin.FOUND, Map.of());
    Cluster primary = new Cluster("primary", folder.resolve("data"), 5432, folder.resolve("p.log"));
    Cluster standby =
        new Cluster("standby", folder.resolve("data2"), 5433, folder.resolve("s.log"));
    return new Wording(new ClusterPair(installation, primary, standby), folder.resolve("sockets"));
  }
}
