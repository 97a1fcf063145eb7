package replicationlab.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  private final List<String> lines = new ArrayList<>();
  private final LineSplitter splitter = new LineSplitter(lines::add);

  @Test
  void joinsALineThatComesInPieces() {
    write("data", "base ", "ready\n");

    assertThat(lines).containsExactly("database ready");
  }

  @Test
  void knowsAllThreeLineEnds() {
    write("unix\nwindows\r", "\nprogress\r100%\n\nlast");

    assertThat(lines).containsExactly("unix", "windows", "progress", "100%", "", "last");
  }

  @Test
  void waitsForTheRestOfACharacter() {
    byte[] bytes = "é→😀\n".getBytes(UTF_8);
    for (byte single : bytes) {
      splitter.add(new byte[] {single});
    }

    assertThat(lines).containsExactly("é→😀");
  }

  @Test
  void replacesWhatIsNotUtf8() {
    splitter.add(new byte[] {'a', (byte) 0xff, 'b', '\n', (byte) 0xc3});
    splitter.finish();

    assertThat(lines).containsExactly("a\ufffdb", "\ufffd");
  }

  @Test
  void cutsALineWithoutEnd() {
    write("x".repeat(LineSplitter.LONGEST + 5));

    assertThat(lines).extracting(String::length).containsExactly(LineSplitter.LONGEST, 5);
  }

  private void write(String... pieces) {
    for (String piece : pieces) {
      splitter.add(piece.getBytes(UTF_8));
    }
    splitter.finish();
  }
}
