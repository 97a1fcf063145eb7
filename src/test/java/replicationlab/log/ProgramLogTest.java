package replicationlab.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's log: in memory always, in files once there is a folder, and never without end. */
class ProgramLogTest {

  private static final System.Logger LOG = System.getLogger("replicationlab.log.Test");

  @TempDir private Path folder;

  @Test
  void whatHappenedIsInTheFileAndInMemory() throws IOException {
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.NORMAL)) {
      log.writeInto(folder);
      LOG.log(System.Logger.Level.INFO, "the lab is open");
      LOG.log(System.Logger.Level.DEBUG, "a line of output");
      assertThat(log.lastEvents()).singleElement().asString().endsWith("Test: the lab is open");
    }
    assertThat(Files.readString(folder.resolve("replication-lab.0.log")))
        .contains("INFO Test: the lab is open")
        .doesNotContain("a line of output");
  }

  @Test
  void moreDetailBringsTheOutputToo() throws IOException {
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.NORMAL)) {
      log.writeInto(folder);
      log.detail(ProgramLog.Detail.EVERYTHING);
      LOG.log(System.Logger.Level.DEBUG, "a line of output");
    }
    assertThat(Files.readString(folder.resolve("replication-lab.0.log")))
        .contains("FINE Test: a line of output");
  }

  @Test
  void switchedOffNothingIsWrittenButAnErrorStillFindsTheLastEvents() throws IOException {
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.OFF)) {
      log.writeInto(folder);
      LOG.log(System.Logger.Level.WARNING, "the server is gone");
      assertThat(log.lastEvents()).hasSize(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void switchedOnAgainItGoesOnWhereItWouldHaveWritten() throws IOException {
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.OFF)) {
      log.writeInto(folder);
      log.detail(ProgramLog.Detail.NORMAL);
      LOG.log(System.Logger.Level.INFO, "written");
      log.detail(ProgramLog.Detail.OFF);
      LOG.log(System.Logger.Level.INFO, "not written");
    }
    assertThat(Files.readString(folder.resolve("replication-lab.0.log")))
        .contains("written")
        .doesNotContain("not written");
  }

  @Test
  void filesAreRotatedAndBounded() throws IOException {
    String line = "x".repeat(10_000);
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.NORMAL)) {
      log.writeInto(folder);
      for (int i = 0; i < 700; i++) {
        LOG.log(System.Logger.Level.INFO, line);
      }
      assertThat(log.lastEvents()).hasSize(200);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(5);
      assertThat(all).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(1_100_000));
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsToldAndTheMemoryGoesOn() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.NORMAL)) {
      assertThatThrownBy(() -> log.writeInto(file.resolve("logs"))).isInstanceOf(IOException.class);
      LOG.log(System.Logger.Level.INFO, "still here");
      assertThat(log.lastEvents()).hasSize(1);
    }
  }
}
