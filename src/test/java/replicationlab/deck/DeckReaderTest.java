package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF", "---\ntitle: T\n---\n", "***\n***\n"})
  void aFileWithoutSlidesIsAnEmptyDeckThatSaysSo(String text) {
    Deck deck = DeckReader.read(text);

    assertThat(deck.slides()).isEmpty();
    assertThat(deck.problems()).singleElement().extracting(Problem::line).isEqualTo(1);
  }

  @Test
  void lineEndsAndByteOrderMarkMakeNoDifference() {
    String text = "---\ntitle: T\n---\n# A\n\n* one\n\n***\n# B\n\n\tcp a b\n";

    Deck unix = DeckReader.read(text);

    assertThat(unix.slides()).hasSize(2);
    assertThat(DeckReader.read(text.replace("\n", "\r\n"))).isEqualTo(unix);
    assertThat(DeckReader.read(text.replace("\n", "\r"))).isEqualTo(unix);
    assertThat(DeckReader.read("\uFEFF" + text)).isEqualTo(unix);
  }

  @Test
  void twoSpacesAtALinesEndBreakTheLine() {
    for (String end : List.of("  ", "   ", "\\")) {
      Deck deck = DeckReader.read("# A\n\nOne" + end + "\ntwo  \n\n* one" + end + "\n  two  \n");

      assertThat(deck.slides().getFirst().blocks())
          .extracting(Block::text)
          .containsExactly("One\ntwo", "one\ntwo");
    }
  }

  @Test
  void textAfterAPictureBeginsWithItsFirstLetter() {
    Deck deck = DeckReader.read("# A\n\nBefore ![](x.png) *after* it\n");

    assertThat(deck.slides().getFirst().blocks().getLast().text()).isEqualTo("after it");
  }

  @Test
  void threeStarsInsideCodeDoNotSplit() {
    Deck deck = DeckReader.read("# A\n\n```sh\n***\n```\n\n    x\n    ***\n");

    assertThat(deck.slides()).hasSize(1);
    assertThat(deck.problems()).isEmpty();
    assertThat(deck.slides().getFirst().blocks())
        .containsExactly(
            new Block.Code(3, CodeKind.SHELL, "sh", "***"),
            new Block.Code(7, CodeKind.TEXT, "", "x\n***"));
  }

  @Test
  void aFenceKeepsItsInfoString() {
    assertThat(blocks("```sh versions=..14 on=primary\ninitdb\n```"))
        .containsExactly(
            new Block.Code(1, CodeKind.SHELL, "sh versions=..14 on=primary", "initdb"));
    assertThat(blocks("1. do\n\n    ```sql\n    SELECT 1;\n    ```\n2. next"))
        .extracting(Block::text)
        .containsExactly("do", "SELECT 1;", "next");
  }

  @Test
  void anUnclosedFenceSpoilsOnlyItsSlide() {
    Deck deck = DeckReader.read("# A\n```sh\ncp a b\n\n***\n\n# B\n```sql\nSELECT 1;\n```\n");

    assertThat(deck.slides()).extracting(Slide::title).containsExactly("A", "B");
    assertThat(deck.problems()).extracting(Problem::line).containsExactly(2);
    assertThat(deck.slides().getFirst().blocks().getFirst().text()).contains("cp a b");
  }

  @Test
  void bulletsNestByTabsOrSpaces() {
    for (String indent : List.of("  ", "    ", "\t", "        ")) {
      Block.Bullets list =
          (Block.Bullets) blocks("* a\n" + indent + "* b\n" + indent + indent + "* c\n* d").get(0);
      assertThat(list.items()).extracting(Block.Bullet::level).containsExactly(0, 1, 2, 0);
    }
    Block.Bullets numbered = (Block.Bullets) blocks("3. a\n4. b").getFirst();
    assertThat(numbered.items()).extracting(Block.Bullet::marker).containsExactly("3.", "4.");
  }

  @Test
  void codeMayFollowABullet() {
    assertThat(blocks("* copy it:\n\tcp a b\n* start it"))
        .extracting(Block::text)
        .containsExactly("copy it:", "cp a b", "start it");
  }

  @Test
  void aTableOfPsqlIsOneBlockNotAHeading() {
    String table =
        """
                 List of relations
         Schema | Name | Type  | Owner
        --------+------+-------+-------
         public | t    | table | ann
        (1 row)\
        """;
    String single = " pg_is_in_recovery\n-------------------\n t\n(1 row)";

    assertThat(blocks("It prints\n" + table + "\nand\n" + single))
        .containsExactly(
            new Block.Paragraph(1, Prose.plain("It prints")),
            new Block.Output(2, table),
            new Block.Paragraph(7, Prose.plain("and")),
            new Block.Output(8, single));
  }

  @Test
  void htmlAndRulesAreText() {
    assertThat(blocks("a <b>c</b> <something>\n\n---\n\n<div>\nx\n</div>"))
        .extracting(Block::text)
        .containsExactly("a <b>c</b> <something>", "---", "<div> x </div>");
  }

  @Test
  void onlyTheCommentAtTheEndIsNotes() {
    Deck deck = DeckReader.read("# A\n<!-- one -->\ntext\n\n<!-- two -->\n<!-- three\n\n* x -->\n");

    Slide slide = deck.slides().getFirst();
    assertThat(slide.notes()).isEqualTo("two\n\nthree\n\n* x");
    assertThat(slide.blocks().getFirst().text()).contains("<!-- one -->");
    assertThat(deck.problems()).extracting(Problem::line).containsExactly(2);
  }

  @Test
  void stylesAreSpans() {
    Block.Paragraph paragraph =
        (Block.Paragraph) blocks("a **b** *c* `d_e` [f](http://g) pg_start_backup").getFirst();

    assertThat(paragraph.prose().spans())
        .containsExactly(
            new Prose.Span(Prose.Style.PLAIN, "a ", ""),
            new Prose.Span(Prose.Style.STRONG, "b", ""),
            new Prose.Span(Prose.Style.PLAIN, " ", ""),
            new Prose.Span(Prose.Style.EMPHASIS, "c", ""),
            new Prose.Span(Prose.Style.PLAIN, " ", ""),
            new Prose.Span(Prose.Style.CODE, "d_e", ""),
            new Prose.Span(Prose.Style.PLAIN, " ", ""),
            new Prose.Span(Prose.Style.LINK, "f", "http://g"),
            new Prose.Span(Prose.Style.PLAIN, " pg_start_backup", ""));
  }

  @Test
  void problemsNameTheLine() {
    assertThat(problems("# A\n\n[$<]\n\nx\n"))
        .containsExactly(
            "deck.md:3: '[$<]' is not closed;" + " add a line '[>$]' at the end of the slide");
    assertThat(problems("# A\n[>$]\n")).hasSize(1).first().asString().startsWith("deck.md:2:");
    assertThat(problems("text only\n")).hasSize(1).first().asString().contains("has no title");
    assertThat(problems("# A\n***\n***\n# B")).hasSize(1);
    assertThat(problems("---\ntitle: T\n\n# A\n")).hasSize(1).first().asString().contains("front");
  }

  private static List<String> problems(String text) {
    return DeckReader.read(text).problems().stream().map(p -> p.at("deck.md")).toList();
  }

  private static List<Block> blocks(String text) {
    return DeckReader.blocks(text);
  }

  @Test
  void bulletsWithAPlusAreSteps() {
    Block.Bullets bullets =
        (Block.Bullets)
            DeckReader.blocks(
                    """
                    + one
                      * with one
                        - and this

                      a paragraph of one
                    + two
                      + inner
                    * from the start
                    + three
                    1. numbered
                    """)
                .getFirst();

    assertThat(bullets.items()).extracting(Block.Bullet::marker).startsWith("•", "•", "•", "", "•");
    assertThat(bullets.steps()).isEqualTo(4);
    assertThat(bullets.appearances()).containsExactly(1, 1, 1, 1, 2, 3, 0, 4, 0);
  }

  @Test
  void slidesThatAreNotDividedAreToldOf() {
    Deck deck = DeckReader.read("# One\n\n- a\n\n---\n\n# Two\n\n- b");

    assertThat(deck.slides()).hasSize(1);
    assertThat(deck.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(7);
          assertThat(problem.message()).contains("'***'");
        });
  }
}
