package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A task list that offers choices is a question; one that does not says why. */
class QuestionsTest {

  private static final String REFUSED =
      """
      # Refused

      Insert on 5433.

      What will the **standby** say?

      - [ ] It takes the row.
      - [x] It refuses.

        A server in recovery writes no WAL.

        So nothing can change.

      ```sh
      psql -p 5433
      ```
      """;

  @Test
  void theParagraphBeforeAsksAndTheTextUnderAChoiceSaysWhy() {
    List<Block> blocks = DeckReader.read(REFUSED).slides().getFirst().blocks();
    assertThat(blocks)
        .extracting(block -> block.getClass().getSimpleName())
        .containsExactly("Paragraph", "Question", "Code");
    Block.Question question = (Block.Question) blocks.get(1);
    assertThat(question.line()).isEqualTo(5);
    assertThat(question.asked().text()).isEqualTo("What will the standby say?");
    assertThat(question.choices())
        .extracting(choice -> choice.words().text())
        .containsExactly("It takes the row.", "It refuses.");
    assertThat(question.right()).containsExactly(1);
    assertThat(question.hasSeveral()).isFalse();
    assertThat(question.choices().get(0).why()).isEmpty();
    assertThat(question.choices().get(1).why())
        .extracting(Prose::text)
        .containsExactly("A server in recovery writes no WAL.", "So nothing can change.");
    assertThat(DeckReader.read(REFUSED).problems()).isEmpty();
  }

  @Test
  void severalChoicesCanBeRight() {
    Block.Question question = question("Which?\n\n* [X] one\n* [ ] two\n* [x] three\n");
    assertThat(question.right()).isEqualTo(Set.of(0, 2));
    assertThat(question.hasSeveral()).isTrue();
  }

  @Test
  void aQuestionIsKnownByItsWords() {
    Block.Question question = question("Which?\n\n- [x] one\n- [ ] two\n");
    assertThat(question("Which?\n\n- [x] one\n- [ ] two\n\ntext\n").mark())
        .isEqualTo(question.mark());
    assertThat(question("Which?\n\n- [x] one\n- [ ] other\n").mark()).isNotEqualTo(question.mark());
  }

  @Test
  void whatIsNoQuestionStaysAListAndSaysWhy() {
    assertThat(problems("Which?\n\n- [ ] one\n- [ ] two\n"))
        .containsExactly(
            "deck.md:5: the task list asks no question: no choice is right; mark the right one with"
                + " [x]");
    assertThat(problems("Which?\n\n- [x] one\n"))
        .containsExactly("deck.md:5: the task list asks no question: it offers one choice only");
    assertThat(problems("- [x] one\n- [ ] two\n"))
        .containsExactly(
            "deck.md:3: the task list asks no question: write what is asked as a paragraph before"
                + " its choices");
    assertThat(problems("Which?\n\n- [x] one\n- two\n"))
        .containsExactly(
            "deck.md:5: the task list asks no question: begin each of its items with [ ] or [x]");
    Block.Bullets list =
        (Block.Bullets) DeckReader.blocks("- [x] one\n- [ ] two\n- three\n").getFirst();
    assertThat(list.items()).extracting(Block.Bullet::marker).containsExactly("☑", "☐", "•");
  }

  @Test
  void bulletsBesideAQuestionAreNoChoices() {
    assertThat(DeckReader.blocks("+ before\n\nWhich?\n\n- [x] one\n- [ ] two\n\n+ after\n"))
        .extracting(block -> block.getClass().getSimpleName())
        .containsExactly("Bullets", "Question", "Bullets");
  }

  @Test
  void bracketsElsewhereAreText() {
    assertThat(DeckReader.blocks("An array is written x[ ] there.\n\n* [1] one\n* a [x] b\n"))
        .extracting(Block::text)
        .containsExactly("An array is written x[ ] there.", "[1] one\na [x] b");
  }

  private static Block.Question question(String text) {
    return (Block.Question) DeckReader.blocks(text).getFirst();
  }

  private static List<String> problems(String text) {
    return DeckReader.read("# A\n\n" + text).problems().stream().map(p -> p.at("deck.md")).toList();
  }
}
