package replicationlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadSlidesTest {

  @TempDir private Path folder;

  @Test
  void whatWasReadIsKnownAgainForItsDeckAlone() {
    new ReadSlides(folder).remember("one.md", List.of("a", "b"));
    new ReadSlides(folder).remember("one.md", List.of("c"));
    assertThat(new ReadSlides(folder).of("one.md")).containsExactly("a", "b", "c");
    assertThat(new ReadSlides(folder).of("two.md")).isEmpty();
  }

  @Test
  void aFileThatIsNoTextIsAsIfNothingHadBeenRead() throws IOException {
    ReadSlides slides = new ReadSlides(folder);
    slides.remember("one.md", List.of("a"));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
      }
    }
    assertThat(slides.of("one.md")).isEmpty();
  }
}
