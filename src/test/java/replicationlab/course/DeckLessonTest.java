package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.Slide;
import replicationlab.lab.Action;

/** A deck runs what its slides show, and what came with the program asks nobody. */
class DeckLessonTest {

  private static final ProgramFiles FILES = ProgramFiles.find();
  private static final Set<String> SHIPPED = ShippedLessons.digests(FILES);

  @TempDir Path folder;

  private static OpenedDeck course() throws IOException {
    return OpenedDeck.open(Courses.deck(FILES, Courses.FIRST), FILES);
  }

  private OpenedDeck copy() throws IOException {
    Path deck = Courses.deck(FILES, Courses.FIRST);
    for (String name : List.of("deck.md", Changes.FILE)) {
      Files.copy(deck.resolveSibling(name), folder.resolve(name));
    }
    return OpenedDeck.open(folder.resolve("deck.md"), FILES);
  }

  @Test
  void theCourseRunsWithoutAskingWhereverItLies() throws IOException {
    assertThat(DeckLesson.cameWithTheProgram(course(), FILES, SHIPPED, 18)).isTrue();
    assertThat(DeckLesson.cameWithTheProgram(copy(), FILES, SHIPPED, 18)).isTrue();
  }

  @Test
  void anEditedDeckOrListOfChangesIsAnotherLesson() throws IOException {
    OpenedDeck opened = copy();
    Files.writeString(
        folder.resolve(Changes.FILE),
        "- {word: max_wal_senders, since: 9, now: x, why: y, code: fsync = off}\n");
    assertThat(DeckLesson.cameWithTheProgram(opened, FILES, SHIPPED, 18)).isFalse();

    OpenedDeck edited = OpenedDeck.open(opened.file(), FILES);
    assertThat(DeckLesson.of(edited, 18).digest()).isNotEqualTo(DeckLesson.of(opened, 18).digest());
  }

  @Test
  void whatIsOnTheScreenCountsAndNotWhatIsInTheFileByNow() throws IOException {
    OpenedDeck ours = copy();
    Files.writeString(ours.file(), "# Evil\n\n```sh\npsql -c 'DROP TABLE t'\n```\n");
    OpenedDeck evil = OpenedDeck.open(ours.file(), FILES);
    Files.copy(
        Courses.deck(FILES, Courses.FIRST),
        ours.file(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(DeckLesson.cameWithTheProgram(evil, FILES, SHIPPED, 18)).isFalse();
  }

  @Test
  void newWordsAroundTheCodeAreNoNewLesson() throws IOException {
    Path deck = folder.resolve("deck.md");
    Files.writeString(deck, "# One\n\n```sh\npsql -l\n```\n");
    OpenedDeck before = OpenedDeck.open(deck, FILES);
    Files.writeString(deck, "# One\n\nMore words.\n\n```sh\npsql -l\n```\n");
    OpenedDeck after = OpenedDeck.open(deck, FILES);
    assertThat(DeckLesson.of(after, 18).digest()).isEqualTo(DeckLesson.of(before, 18).digest());
  }

  @Test
  void thenAndNow() throws IOException {
    OpenedDeck deck = course();
    Slide backup = slide(deck, "Perform a File System Backup");
    assertThat(texts(SlideBlock.of(backup, deck.changes(), 18, false)))
        .containsExactly(
            "SELECT pg_backup_start('testing')",
            "cp -p -R data data2",
            "SELECT labelfile FROM pg_backup_stop()");
    assertThat(texts(SlideBlock.of(backup, deck.changes(), 18, true)))
        .startsWith("SELECT pg_start_backup('testing')");
    assertThat(texts(SlideBlock.of(backup, deck.changes(), 14, false)))
        .startsWith("SELECT pg_start_backup('testing')");
  }

  @Test
  void whatASlideShowsAfterItsCodeIsWhatIsExpected() throws IOException {
    OpenedDeck deck = course();
    Slide proof = slide(deck, "Configure the Standby", "streamtest");
    List<SlideBlock> blocks = SlideBlock.of(proof, deck.changes(), 18, false);
    assertThat(blocks).hasSize(3);
    assertThat(blocks.get(0).expected())
        .hasSize(5)
        .first()
        .asString()
        .contains("List of relations");
    assertThat(blocks.get(1).expected()).containsExactly("INSERT 0 1");
    assertThat(blocks.get(2).actions())
        .singleElement()
        .isInstanceOfSatisfying(
            Action.Command.class, command -> assertThat(command.refusalExpected()).isTrue());
  }

  private static Slide slide(OpenedDeck deck, String title, String... words) {
    return deck.deck().slides().stream()
        .filter(slide -> slide.title().equals(title))
        .filter(slide -> List.of(words).stream().allMatch(slide.blocks().toString()::contains))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(List<SlideBlock> blocks) {
    return blocks.stream().flatMap(block -> block.actions().stream()).map(Action::text).toList();
  }
}
