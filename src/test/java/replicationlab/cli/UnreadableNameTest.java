package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

/** Names of files in a shell without letters beyond ASCII. */
class UnreadableNameTest {

  private static InvalidPathException cause() {
    return new InvalidPathException(
        "labs/\ufffdbung.md", "Malformed input or input contains unmappable characters");
  }

  @Test
  void oneSentenceNamesTheEncodingAndTheRemedy() {
    assertThat(
            UnreadableName.words(
                new IllegalArgumentException("cannot convert (" + cause() + ")"), "ANSI_X3.4-1968"))
        .hasValueSatisfying(
            words -> assertThat(words).contains("bung.md'", "ANSI_X3.4-1968", "LC_ALL=C.UTF-8"));
  }

  @Test
  void otherFailuresAreNotExplainedByIt() {
    assertThat(UnreadableName.words(cause(), "UTF-8")).isEmpty();
    assertThat(UnreadableName.words(new IllegalStateException("no"), "ANSI_X3.4-1968")).isEmpty();
    assertThat(
            UnreadableName.words(
                new InvalidPathException("a\0b", "Nul character not allowed"), "ANSI_X3.4-1968"))
        .isEmpty();
  }
}
