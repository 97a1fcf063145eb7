package replicationlab.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir Path folder;

  @Test
  void itIsTheOneThatTheServerWroteIntoLast() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path usual = folder.resolve("primary.log");
    Cluster cluster = new Cluster("primary", data, 5432, usual);
    assertThat(LogFile.of(cluster)).as("before there is any").isEqualTo(usual);
    written(usual, 10);
    assertThat(LogFile.of(cluster)).isEqualTo(usual);
    Path slides = data.resolve("server.log");
    written(slides, 20);
    assertThat(LogFile.of(cluster)).as("a slide's -l").isEqualTo(slides);
    written(usual, 30);
    assertThat(LogFile.of(cluster)).isEqualTo(usual);
  }

  private static void written(Path file, long at) throws IOException {
    Files.writeString(file, "LOG");
    Files.setLastModifiedTime(file, FileTime.fromMillis(at));
  }
}
