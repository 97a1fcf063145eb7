package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No copy becomes a file that a server believes. */
class CopyRulesTest {

  @TempDir Path folder;

  private Path workspace;
  private CopyRules rules;

  @BeforeEach
  void twoClustersAndATablespace() throws IOException {
    workspace = Files.createDirectories(folder.toRealPath().resolve("lab"));
    for (String cluster : List.of("data", "deep/er/data2")) {
      for (String each : List.of("base/5/1255", "global/1260", "pg_wal/000000010000000000000001")) {
        file(cluster + "/" + each);
      }
      file(cluster + "/PG_VERSION");
      file(cluster + "/postgresql.conf");
      file(cluster + "/postmaster.pid");
    }
    file("ts/PG_18_202506291/5/1255");
    Files.createDirectories(workspace.resolve("data/pg_tblspc"));
    Files.createSymbolicLink(workspace.resolve("data/pg_tblspc/16390"), workspace.resolve("ts"));
    Files.createSymbolicLink(workspace.resolve("link"), workspace.resolve("data/base"));
    file("evil.txt");
    file("foo/5/1255");
    rules = new CopyRules(new WorkspacePaths(workspace, folder.resolve("share")));
  }

  private void file(String name) throws IOException {
    Path path = workspace.resolve(name);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, "x");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.txt, data/base/5/1255",
    "evil.txt, DATA/Base/5/1255",
    "evil.txt, data/global/1260",
    "evil.txt, data/pg_wal/000000010000000000000001",
    "evil.txt, deep/er/data2/base/5/1255",
    "evil.txt, not-yet/base/5/1255",
    "evil.txt, ts/PG_18_202506291/5/1255",
    "evil.txt, data/pg_tblspc/16390/PG_18_202506291/5/1255",
    "evil.txt, link/5/1255",
    "evil.txt, data/PG_VERSION",
    "evil.txt, data/anything",
    "foo/5/1255, data/base/5",
    "deep/er/data2/base/5/1255, data/base/5",
    "foo/5, data/base",
    "foo, data/base",
    "foo, new/base",
    "deep/er/data2/base, data",
    "deep/er/data2/global, data",
  })
  void aServersOwnFilesAreNotReplaced(String source, String target) {
    refused(source, target, "server's own files");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.txt, data/POSTGRESQL.AUTO.CONF",
    "evil.txt, data/Recovery.Signal",
    "evil.txt, data/Tablespace_Map",
    "evil.txt, data/postgresql.conf",
  })
  void norIsWhatTellsItWhatToDoInWhateverCase(String source, String target) {
    refused(source, target, "tells a server what to do");
  }

  @ParameterizedTest
  @CsvSource({
    "data, data2",
    "data, deep/er/data2/data",
    "data, data2-before",
    "data/postgresql.conf, deep/er/data2/postgresql.conf",
    "data/postgresql.conf, data/postgresql.conf.old",
    "data/postmaster.pid, deep/er/data2/postmaster.pid",
    "data/pg_wal, deep/er/data2",
    "data/pg_wal/000000010000000000000001, archive/000000010000000000000001",
    "data/base/5/1255, look-at-it",
    "evil.txt, foo/notes",
  })
  void whatLessonsCopyIsAllowed(String source, String target) {
    assertThatCode(() -> rules.require(List.of(source, target))).doesNotThrowAnyException();
  }

  private void refused(String source, String target, String why) {
    assertThatThrownBy(() -> rules.require(List.of(source, target)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }
}
