package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  private static final Path HOME = Path.of("/home/ann");

  @Test
  void isWhereEachSystemKeepsCaches() {
    assertThat(CacheFolder.of(Map.of(), "Linux", HOME))
        .isEqualTo(Path.of("/home/ann/.cache/replication-lab"));
    assertThat(CacheFolder.of(Map.of(), "Mac OS X", HOME))
        .isEqualTo(Path.of("/home/ann/Library/Caches/replication-lab"));
    assertThat(CacheFolder.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
        .isEqualTo(Path.of("/local/replication-lab/cache"));
  }

  @Test
  void followsXdgOnLinuxUnlessItIsRelative() {
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/fast"), "Linux", HOME))
        .isEqualTo(Path.of("/fast/replication-lab"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "fast"), "Linux", HOME))
        .isEqualTo(Path.of("/home/ann/.cache/replication-lab"));
  }
}
