package replicationlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is whole, or as it was before. */
class TargetTest {

  @TempDir private Path folder;

  @Test
  void aFileThatIsThereIsReplacedOnlyIfThatIsWanted() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pdf"), "before");
    assertThatThrownBy(() -> Target.write(file, false, half -> Files.writeString(half, "after")))
        .isInstanceOf(ExportFailed.class)
        .hasMessage(file + " exists already; name another file, or say --force to replace it.");
    assertThat(file).hasContent("before");
    Target.write(file, true, half -> Files.writeString(half, "after"));
    assertThat(file).hasContent("after");
    assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
  }

  @Test
  void aFullDiskLeavesWhatWasThereAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pdf"), "before");
    assertThatThrownBy(() ->
            Target.write(
                file,
                true,
                half -> {
                  Files.writeString(half, "aft");
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(ExportFailed.class)
        .hasMessage(
            file + " was not written: the disk is full; make room, or choose another place.");
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
  }

  @Test
  void aPlaceThatIsNoneIsSaidBeforeAnythingIsDone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a file");
    assertThatThrownBy(() -> Target.check(folder, true)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Target.check(folder.resolve("none/a.pdf"), false))
        .hasMessageContaining("There is no folder");
    assertThatThrownBy(() -> Target.check(file.resolve("a.pdf"), false))
        .hasMessageContaining("There is no folder");
    assertThatThrownBy(() -> Target.check(Path.of("/dev/null"), true))
        .hasMessageContaining("no ordinary file");
  }
}
