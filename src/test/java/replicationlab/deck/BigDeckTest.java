package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Size and depth cost time in proportion, never the stack. */
class BigDeckTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void tenThousandSlidesAreReadInOneGo() {
    String slide = "# T\n\n[$<]\n\n* a\n* b\n\n\tcp a b\n\n![](./x.png)\n\n[>$]\n\n***\n\n";

    Deck deck =
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> DeckReader.read(slide.repeat(10_000)));

    assertThat(deck.slides()).hasSize(10_000);
    assertThat(deck.slides().getLast().line()).isEqualTo(9_999 * 15 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "* ",
        "[",
        "![",
        "**a ",
        "*a _b ",
        "```a\n[>$]\n",
        "~~~\n***\n```x\n***\n",
        "<!--",
        "<!-- -->\n",
        "-->\n",
        "---+",
        "a |",
        "\t",
        "# ",
        "`a``",
        "\t* a\n\t",
        "a\n--\n",
        "[a]: b\n",
        "((",
        "$ a \\\n",
        "a=# b\n",
        "&amp;",
        "\\",
        "\u2018",
        "1. ",
        "  - a\n",
        "---\n",
        "- [ RECORD 1 ]-",
        "x: ",
        "a: [",
        "<a ",
        "[>$]\n",
        "[$<]\n"
      })
  void repetitionIsRead(String piece) {
    String text = piece.repeat(20_000);

    Assertions.assertTimeoutPreemptively(PATIENCE, () -> DeckReader.read(text));
    Assertions.assertTimeoutPreemptively(
        PATIENCE, () -> DeckReader.read("---\n" + text + "\n---\n"));
    Assertions.assertTimeoutPreemptively(PATIENCE, () -> DeckReader.read("\ta\n\t" + text));
  }
}
