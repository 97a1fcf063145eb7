package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.Block;

/** A deck that is edited while it is shown never shows less than the last good one. */
class RereadTest {

  private static final String GOOD_DIAGRAM = "node a server at 3,3 \"A\"\n";
  private static final String CHANGE = "- {word: a, since: 12, now: b, why: c}\n";

  @TempDir Path folder;
  private ProgramFiles files;
  private Path deck;
  private Path diagram;

  @BeforeEach
  void aDeckWithADiagram() throws IOException {
    files = new ProgramFiles(folder, folder.resolve("assets"), folder);
    deck = Files.writeString(folder.resolve("deck.md"), "# One\n\n![](./images/a.png)\n");
    Files.writeString(folder.resolve("changes.yaml"), CHANGE);
    diagram = folder.resolve("assets/diagrams/a.diagram");
    Files.createDirectories(diagram.getParent());
    Files.writeString(diagram, GOOD_DIAGRAM);
  }

  private OpenedDeck opened() throws IOException {
    OpenedDeck opened = OpenedDeck.open(deck, files);
    assertThat(opened.problems()).isEmpty();
    return opened;
  }

  @Test
  void whatIsGoodIsTaken() throws IOException {
    OpenedDeck before = opened();
    Files.writeString(deck, "# One\n\n***\n\n# Two\n");
    OpenedDeck now = Reread.of(before, files);
    assertThat(now.deck().slides())
        .extracting(slide -> slide.title())
        .containsExactly("One", "Two");
    assertThat(now.problems()).isEmpty();
  }

  @Test
  void aFileThatIsGoneOrEmptyLeavesTheSlidesOfBeforeAndSaysSo() throws IOException {
    OpenedDeck before = opened();
    Files.writeString(deck, "");
    OpenedDeck emptied = Reread.of(before, files);
    assertThat(emptied.deck()).isEqualTo(before.deck());
    assertThat(emptied.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("those of before"));

    Files.delete(deck);
    OpenedDeck gone = Reread.of(emptied, files);
    assertThat(gone.deck()).isEqualTo(before.deck());
    assertThat(gone.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message()).contains("it is not there").contains("those of before"));

    Files.writeString(deck, "# Mended\n");
    OpenedDeck mended = Reread.of(gone, files);
    assertThat(mended.deck().slides().getFirst().title()).isEqualTo("Mended");
    assertThat(mended.problems()).isEmpty();
  }

  @Test
  void aBrokenListOfChangesLeavesThoseOfBefore() throws IOException {
    OpenedDeck before = opened();
    Files.writeString(folder.resolve("changes.yaml"), "- {word: a\n");
    OpenedDeck now = Reread.of(before, files);
    assertThat(now.changes().all()).isEqualTo(before.changes().all());
    assertThat(now.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message())
                .startsWith("changes.yaml:")
                .endsWith("until it is mended, what it said before holds"));
    assertThat(Reread.of(now, files).changes().all()).isEqualTo(before.changes().all());
  }

  @Test
  void aBrokenDiagramIsShownAsItWas() throws IOException {
    OpenedDeck before = opened();
    Files.writeString(diagram, GOOD_DIAGRAM + "node\n");
    OpenedDeck now = Reread.of(before, files);
    assertThat(now.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).startsWith("a.diagram:2: "));
    Block.Picture shown = (Block.Picture) now.deck().slides().getFirst().blocks().getFirst();
    assertThat(now.pictures().find(shown))
        .isInstanceOfSatisfying(
            Picture.Drawn.class,
            drawn -> {
              assertThat(drawn.diagram().problems()).isEmpty();
              assertThat(drawn.problems()).hasSize(1);
            });
  }

  @Test
  void everythingThatASlideIsMadeOfIsWatched() throws IOException {
    assertThat(Reread.files(opened()))
        .containsExactlyInAnyOrder(
            deck, folder.resolve("changes.yaml"), folder.resolve("images"), diagram.getParent());
  }
}
