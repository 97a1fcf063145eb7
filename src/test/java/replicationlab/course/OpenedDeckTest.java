package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.deck.Problem;

/** A deck opens whatever is wrong beside it, and says what is wrong. */
class OpenedDeckTest {

  private static final String GOOD = "- {word: a, since: 12, now: b, why: c}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'- {word: a, since: 12, now: b', 2", // not closed
    "'\n\tword: a', 2", // a tab
    "'- word: a\n  since: soon\n  now: b\n  why: c', 2", // no number
    "'- word: a\n  since: 12\n  when: b', 3", // no such name
    "'- {word: a, since: 12, now: b}', 1", // no reason
    "'word: a', 1", // no list
    "'- ', 1", // an entry that is empty
  })
  void aBrokenListOfChangesIsAProblemWithItsLineAndTheDeckOpensWithout(String yaml, int line)
      throws IOException {
    OpenedDeck opened = open("# One\n\ntext\n", GOOD + yaml + "\n");

    assertThat(opened.deck().slides()).hasSize(1);
    assertThat(opened.changes().all()).isEmpty();
    assertThat(opened.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).startsWith("changes.yaml:" + problem.line() + ": ");
          assertThat(problem.message()).doesNotContain("\n").contains("until it is mended");
          if (!yaml.equals("- ") && !yaml.equals("word: a")) {
            assertThat(problem.line()).as(problem.message()).isBetween(line + 1, line + 2);
          }
        });
  }

  @Test
  void bytesThatAreNoTextAreAProblemToo() throws IOException {
    Files.write(folder.resolve("changes.yaml"), new byte[] {'-', ' ', (byte) 0xFF});

    assertThat(open("# One\n", null).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("cannot be read"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "[]\n"})
  void anEmptyListIsNone(String yaml) throws IOException {
    OpenedDeck opened = open("# One\n", yaml);

    assertThat(opened.changes().all()).isEmpty();
    assertThat(opened.problems()).isEmpty();
  }

  @Test
  void aPictureWithoutATargetIsSaidToBeMissing() throws IOException {
    assertThat(open("# One\n\n![]()\n", GOOD).problems())
        .containsExactly(new Problem(3, "a picture names no file"));
  }

  private OpenedDeck open(String deck, @Nullable String yaml) throws IOException {
    if (yaml != null) {
      Files.writeString(folder.resolve("changes.yaml"), yaml);
    }
    Path diagrams = Files.createDirectories(folder.resolve("assets/diagrams"));
    Files.writeString(diagrams.resolve(folder.getFileName() + ".diagram"), "");
    Path file = Files.writeString(folder.resolve("deck.md"), deck);
    return OpenedDeck.open(file, new ProgramFiles(folder, folder.resolve("assets"), folder));
  }
}
