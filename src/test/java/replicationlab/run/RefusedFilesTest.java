package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says of its files, among lines of any length. */
class RefusedFilesTest {

  private static final int MANY = 20_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ",
        "a: ",
        "aaaa",
        "    ",
        "LOG:  ",
        "LOG: a ",
        "syntax error in file ",
        ": syntax error in file \"",
        "x is outside the valid range for parameter \"x\" (",
        ": invalid connection type ",
        "/pg_hba.con",
      })
  void lineMayBeAsLongAsAStatementThatSomebodyLogs(String piece) {
    assertThat(RefusedFiles.of("LOG:  " + piece.repeat(MANY))).isEmpty();
  }

  @Test
  void longLineIsExplainedLikeAShortOne() {
    String words = "a".repeat(MANY);
    assertThat(RefusedFiles.of("LOG:  invalid connection type \"" + words + "\""))
        .map(RefusedFiles.Refusal::file)
        .contains("pg_hba.conf");
    assertThat(
            RefusedFiles.of(
                "LOG:  "
                    + words
                    + " is outside the valid range for parameter \"wal_keep_size\" (0 MB .. 9 MB)"))
        .map(RefusedFiles.Refusal::parameter)
        .contains("wal_keep_size");
  }

  @Test
  void wordsOfAnotherPlaceMayStandBeforeThem() {
    Optional<RefusedFiles.Refusal> refused =
        RefusedFiles.of("FATAL:  postgres: invalid value for parameter \"port\": \"x\"");
    assertThat(refused.orElseThrow().parameter()).isEqualTo("port");
    assertThat(RefusedFiles.of("ERROR:  invalid value for parameter \"port\": \"x\"")).isEmpty();
  }
}
