package replicationlab.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows a log as a server writes it. */
class FileTailTest {

  @TempDir Path folder;
  private final FileTail tail = new FileTail();

  @Test
  void everyLookFindsTheWholeLinesAddedSince() throws IOException {
    Path log = folder.resolve("primary.log");
    assertThat(tail.at(log).exists()).isFalse();
    append(log, "LOG:  starting\nLOG:  listen");
    assertThat(tail.at(log).lines()).containsExactly("LOG:  starting");
    append(log, "ing on café\n");
    assertThat(tail.at(log))
        .isEqualTo(new FileTail.Look(false, true, List.of("LOG:  listening on café")));
    assertThat(tail.at(log).lines()).isEmpty();
  }

  @Test
  void aLogThatWasShortenedOrReplacedBeginsAnew() throws IOException {
    Path log = folder.resolve("primary.log");
    append(log, "one\ntwo\n");
    tail.at(log);
    Files.writeString(log, "new\n");
    assertThat(tail.at(log)).isEqualTo(new FileTail.Look(true, true, List.of("new")));
    Files.delete(log);
    assertThat(tail.at(log)).isEqualTo(new FileTail.Look(true, false, List.of()));
    assertThat(tail.at(null).exists()).isFalse();
  }

  private static void append(Path log, String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
