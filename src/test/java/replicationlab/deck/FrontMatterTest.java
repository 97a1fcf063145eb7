package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterTest {

  @Test
  void valuesAreTextAsWritten() {
    Deck deck =
        DeckReader.read(
            """
            ---
            title: "A: b"
            version: 1.10
            date: 2012-01-31
            tags: [x, y]
            empty:
            ---
            # A\
            """);

    assertThat(deck.title()).isEqualTo("A: b");
    assertThat(deck.matter())
        .containsEntry("version", "1.10")
        .containsEntry("date", "2012-01-31")
        .containsEntry("tags", "x, y")
        .containsKey("empty");
    assertThat(deck.problems()).isEmpty();
  }

  @Test
  void aColonTooManyStillGivesTheTitle() {
    Deck deck = DeckReader.read("---\ntitle: WAL: what it is\nby: Ann\n---\n# A");

    assertThat(deck.title()).isEqualTo("WAL: what it is");
    assertThat(deck.matter()).containsEntry("by", "Ann");
    assertThat(deck.problems()).extracting(Problem::line).containsExactly(2);
  }

  @Test
  void aKeyGivenTwiceKeepsBothValues() {
    Deck deck = DeckReader.read("---\nby: Ann\nby: Bob\n---\n# A");

    assertThat(deck.matter()).containsEntry("by", "Ann, Bob");
    assertThat(deck.problems()).hasSize(1);
  }

  @Test
  void minutesThatAreNoNumberAreTold() {
    for (String wrong : List.of("-5", "x", "three")) {
      Deck deck =
          DeckReader.read(
              "---\ntitle: T\nminutes: "
                  + wrong
                  + "\n---\n# A\n\n<!--\nminutes: "
                  + wrong
                  + "\n-->\n");

      assertThat(deck.problems()).extracting(Problem::line).as(wrong).containsExactly(3, 8);
      assertThat(deck.problems().getFirst().message()).contains("minutes: " + wrong);
    }
    assertThat(
            DeckReader.read("---\nminutes: 45\n---\n# A\n\n<!-- Minutes: 2.5 min -->\n").problems())
        .isEmpty();
  }

  @Test
  void whatIsNoMappingBecomesText() {
    Deck deck = DeckReader.read("---\njust a sentence\n---\n# A");

    assertThat(deck.slides().getFirst().blocks())
        .containsExactly(new Block.Paragraph(2, Prose.plain("just a sentence")));
    assertThat(deck.problems()).hasSize(1);
  }

  @Test
  void withoutATitleTheFirstSlidesTitleStandsIn() {
    assertThat(DeckReader.read("# First\n***\n# Second").title()).isEqualTo("First");
  }
}
