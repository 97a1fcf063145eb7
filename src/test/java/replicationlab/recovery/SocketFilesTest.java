package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.run.TestLab;

class SocketFilesTest {

  @TempDir private Path folder;

  @Test
  void socketOfAServerThatRunsStays() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table")) {
      SocketFiles files = new SocketFiles(lab.bench.workspace());
      Path socket =
          lab.bench.workspace().sockets().resolve(".s.PGSQL." + lab.primary().port() + ".lock");
      files.removeLeft();
      assertThat(socket).exists();
    }
  }
}
