package replicationlab.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.files.WholeFile.Care;

class WholeFileTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void replacesAFileAndLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "old");

    WholeFile.write(file, bytes("new"), Care.OUTLIVES_POWER_CUT);

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**" + WholeFile.ENDING);
  }

  @Test
  void keepsTheOldFileWhenTheNewOneEndsHalfWay() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "old");

    assertThatThrownBy(() ->
            WholeFile.write(
                file,
                out -> {
                  out.write(bytes("ne"));
                  throw new IOException("No space left on device");
                }))
        .hasMessage("No space left on device");

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**" + WholeFile.ENDING);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isForItsOwnersEyesFromTheFirstByte() throws IOException {
    Path file = folder.resolve("secret");

    WholeFile.write(
        file,
        out ->
            assertThat(rights(file.resolveSibling("secret" + WholeFile.ENDING)))
                .isEqualTo("rw-------"),
        Care.OWNER_ONLY);

    assertThat(rights(file)).isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesNothingThroughALink() throws IOException {
    Path foreign = Files.writeString(folder.resolve("foreign"), "not ours");
    Files.createSymbolicLink(folder.resolve("notes" + WholeFile.ENDING), foreign);

    WholeFile.write(folder.resolve("notes"), bytes("new"));

    assertThat(foreign).hasContent("not ours");
    assertThat(folder.resolve("notes")).hasContent("new").isRegularFile();
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
