package replicationlab.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is followed as it grows, and begun again when another takes its place. */
class FileTailTest {

  @TempDir Path folder;

  @Test
  void readsWhatWasAdded() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(log, "one\ntw");
    FileTail tail = new FileTail();
    assertThat(tail.at(log).lines()).containsExactly("one");
    assertThat(tail.at(log).anew()).isFalse();
    Files.writeString(log, "o\nthree\n", StandardOpenOption.APPEND);
    assertThat(tail.at(log)).isEqualTo(new FileTail.Look(false, true, List.of("two", "three")));
  }

  @Test
  void beginsAgainWhenAnotherLogHasGrownLongerThanTheOld() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(log, "old one\nold two\n");
    FileTail tail = new FileTail();
    tail.at(log);
    Files.writeString(log, "new one\nnew two\nnew three\n");
    FileTail.Look found = tail.at(log);
    assertThat(found.anew()).isTrue();
    assertThat(found.lines()).containsExactly("new one", "new two", "new three");
  }
}
