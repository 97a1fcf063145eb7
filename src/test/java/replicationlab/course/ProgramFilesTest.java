package replicationlab.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {

  @TempDir private Path folder;

  @Test
  void anotherVersionOrBuildOfTheProgramHasAnotherStampThoughItIsOfTheSameDateAndSize()
      throws IOException {
    long stamp = ProgramFiles.stamp(jar(".slide{-fx-text-fill:#111}"));
    assertThat(ProgramFiles.stamp(jar(".slide{-fx-text-fill:#111}"))).isEqualTo(stamp);
    assertThat(ProgramFiles.stamp(jar(".slide{-fx-text-fill:#222}"))).isNotEqualTo(stamp);
    assertThat(ProgramFiles.stamp()).as("of this one").isNotZero();
  }

  /** Bigger than what is read of it, with the sheet where it is not read. */
  private Path jar(String sheet) throws IOException {
    Path jar = folder.resolve("program.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      add(out, "slide.css", sheet.getBytes(UTF_8));
      add(out, "Main.class", new byte[1_000_000]);
    }
    return jar;
  }

  private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    out.putNextEntry(entry);
    out.write(content);
  }
}
