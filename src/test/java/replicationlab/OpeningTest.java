package replicationlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

  private static Optional<Opening> of(String... words) {
    return Opening.of(List.of(words), word -> word.startsWith("-") || word.equals("lab"));
  }

  @Test
  void aDeckAndASlideAreForTheWindow() {
    assertThat(of()).contains(new Opening("", ""));
    assertThat(of("talk.md")).contains(new Opening("talk.md", ""));
    assertThat(of("--slide", "5/2")).contains(new Opening("", "5/2"));
    assertThat(of("talk.md", "--slide=intro")).contains(new Opening("talk.md", "intro"));
    assertThat(of("--slide", "intro", "talk.md")).contains(new Opening("talk.md", "intro"));
    assertThat(of("--slide", "lab")).as("a slide of that name").contains(new Opening("", "lab"));
  }

  @Test
  void aDeckIsKnownByItsEndBeforeTheCommandsAre() {
    assertThat(Opening.early(List.of())).contains(new Opening("", ""));
    assertThat(Opening.early(List.of("talk.md", "--slide", "3")))
        .contains(new Opening("talk.md", "3"));
    assertThat(Opening.early(List.of("lab", "run", "x"))).isEmpty();
    assertThat(Opening.early(List.of("export", "talk.md"))).isEmpty();
    assertThat(Opening.early(List.of("--help"))).isEmpty();
  }

  @Test
  void whatIsNeitherACommandNorADeckIsNotOpened(@TempDir Path folder) throws IOException {
    Path deck = Files.createFile(folder.resolve("talk"));
    assertThat(Opening.mayBeDeck("talk.md")).as("to be told that it is not there").isTrue();
    assertThat(Opening.mayBeDeck(deck.toString())).isTrue();
    assertThat(Opening.mayBeDeck("chekc")).isFalse();
  }

  @Test
  void everythingElseIsForTheCommandLine() {
    assertThat(of("lab")).isEmpty();
    assertThat(of("--help")).isEmpty();
    assertThat(of("--slide")).as("without a name").isEmpty();
    assertThat(of("lab", "run", "x")).isEmpty();
    assertThat(of("one.md", "two.md")).isEmpty();
  }
}
