package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A deck as instructors wrote them ten years ago, with everything that plain Markdown misreads. */
class TrapsDeckTest {

  private final Deck deck = DeckReader.read(resource("traps.md"));

  @Test
  void hasNothingToComplainAbout() {
    assertThat(deck.problems()).isEmpty();
    assertThat(deck.title()).isEqualTo("A Deck With Every Trap");
    assertThat(deck.matter()).containsEntry("author", "An Instructor");
  }

  @Test
  void slidesBeginOnTheirTitlesLine() {
    assertThat(deck.slides()).extracting(Slide::line).containsExactly(6, 18, 33, 52, 72);
    assertThat(deck.slides())
        .extracting(Slide::title)
        .containsExactly(
            "Why Copy a Database",
            "Why Copy a Database",
            "Settings of the Primary",
            "Prove It",
            "Archive");
  }

  @Test
  void aHeadingNeedsNoSpace() {
    assertThat(blocks(0))
        .containsExactly(
            new Block.Heading(10, 3, Prose.plain("Survive a Crash:")),
            new Block.Picture(12, "", "./images/crash.png"));
  }

  @Test
  void aListMayFollowTextAndTextAList() {
    assertThat(blocks(1))
        .extracting(Block::text)
        .containsExactly(
            "Two servers – one disk",
            "Nothing is copied\nOnly one may write",
            "Both need the same binaries",
            "Two servers and a disk");
  }

  @Test
  void anIndentedLineIsCodeWhereverItStands() {
    assertThat(blocks(2).subList(0, 5))
        .containsExactly(
            new Block.Paragraph(37, Prose.plain("Write enough:")),
            new Block.Code(38, CodeKind.SETTINGS, "", "wal_level = hot_standby"),
            new Block.Paragraph(40, Prose.plain("Then let it in:")),
            new Block.Code(42, CodeKind.SETTINGS, "", "host  replication  all  10.0.0.0/8  md5"),
            new Block.Paragraph(43, Prose.plain("and reload.")));
  }

  @Test
  void aCommentedOutSettingIsNoHeading() {
    assertThat(blocks(2)).noneMatch(Block.Heading.class::isInstance);
    assertThat(blocks(2).getLast().text()).contains("#port = 5432").contains("#!/bin/sh");
  }

  @Test
  void whatIsTypedAndWhatIsPrintedAreToldApart() {
    assertThat(blocks(3))
        .containsExactly(
            new Block.Code(
                56,
                CodeKind.SHELL,
                "",
                """
                $ psql -p 5432 -c ’CREATE TABLE probe(n int)’ postgres
                $ psql -p 5433 -c ’\\d’ postgres\
                """),
            new Block.Output(
                58,
                """
                List of relations
                 Schema | Name  | Type  |  Owner
                --------+-------+-------+----------
                 public | probe | table | postgres
                (1 row)\
                """),
            new Block.Code(
                63,
                CodeKind.SHELL,
                "",
                "$ psql -p 5433 -c ’INSERT INTO probe VALUES (1)’ postgres"),
            new Block.Output(64, "ERROR: cannot execute INSERT in a read-only transaction"));
    assertThat(deck.slides().get(3).notes()).isEqualTo("Ask first what they\nexpect.");
  }

  @Test
  void anglesAndCurlyQuotesAreText() {
    assertThat(blocks(4))
        .containsExactly(
            new Block.Code(
                76, CodeKind.SETTINGS, "", "archive_mode = on\narchive_command = ‘<something>’"),
            new Block.Paragraph(78, Prose.plain("anything above ‘minimal’ will do")));
  }

  private List<Block> blocks(int slide) {
    return deck.slides().get(slide).blocks();
  }

  static String resource(String name) {
    try (InputStream in = TrapsDeckTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
