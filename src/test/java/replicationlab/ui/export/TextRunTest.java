package replicationlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line is taken apart where the way of drawing changes, and nowhere else. */
class TextRunTest {

  /** A font of Latin, Hebrew and one sign, as many have. */
  private static List<String> parts(String words) throws IOException {
    return TextRun.of(words, character -> character < 0x600 || character == 0x2764).stream()
        .map(part -> part.kind() + " " + words.substring(part.begin(), part.end()))
        .toList();
  }

  @Test
  void whatIsWrittenFromRightToLeftStaysTogether() throws IOException {
    assertThat(parts("two \u05d0\u05d1 \u05d2 three"))
        .containsExactly("LETTERS two ", "RIGHT_TO_LEFT \u05d0\u05d1 \u05d2", "LETTERS  three");
    assertThat(TextRun.inVisualOrder("\u05d0\u05d1 \u05d2")).isEqualTo("\u05d2 \u05d1\u05d0");
  }

  @ParameterizedTest
  @CsvSource({
    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
    "\u2764\uFE0F\u200D\uD83D\uDD25",
    "\uD83D\uDC4B\uD83C\uDFFD",
  })
  void emojiThatAreJoinedStayTogether(String joined) throws IOException {
    assertThat(parts("a" + joined + "b"))
        .containsExactly("LETTERS a", "OUTLINES " + joined, "LETTERS b");
  }

  @Test
  void whatHasNoShapeIsLeftOut() throws IOException {
    assertThat(parts("a\tb\u00ADc"))
        .containsExactly("LETTERS a", "NOTHING \t", "LETTERS b", "NOTHING \u00AD", "LETTERS c");
  }
}
