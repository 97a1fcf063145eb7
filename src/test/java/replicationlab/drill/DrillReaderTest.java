package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import replicationlab.deck.Problem;

/** A drill is text that an instructor edits; what is wrong with it is named with its line. */
class DrillReaderTest {

  private static final Set<String> ROWS = Set.of("standby-answers", "standby-recovers");

  private static final String DRILL =
      """
      # The quiet standby {#quiet}

      Somebody tidied up.

      ```sh versions=12..
      pg_ctl -D data2 stop
      ```

      ```sh versions=..11
      pg_ctl -D data2 -m fast stop
      ```

      ```predict versions=15..
      standby-answers
      ```

      ```predict mistake=second-primary versions=..14
      standby-recovers
      ```

      ## Afterwards

      Nothing is broken.
      """;

  @Test
  void aDrillHasItsStoryItsBlocksWhatItForetellsAndWhatIsToldAfterwards() {
    DrillBook book = DrillReader.read(DRILL, ROWS);
    assertThat(book.problems()).isEmpty();
    Drill drill = book.find("quiet");
    assertThat(drill.title()).isEqualTo("The quiet standby");
    assertThat(drill.story())
        .singleElement()
        .extracting(block -> block.text())
        .isEqualTo("Somebody tidied up.");
    assertThat(drill.afterwards())
        .singleElement()
        .extracting(block -> block.text())
        .isEqualTo("Nothing is broken.");
    assertThat(drill.actionsFor(18)).hasSize(1);
    assertThat(drill.predictionFor(18).orElseThrow().mistake()).isEqualTo("quiet");
    assertThat(drill.predictionFor(9).orElseThrow().mistake()).isEqualTo("second-primary");
  }

  @Test
  void aDrillThatCannotHappenOnAMajorIsNotOfferedThere() {
    String only = DRILL.replace("mistake=second-primary versions=..14", "versions=12..14");
    assertThat(DrillReader.read(only, ROWS).drillsFor(9)).isEmpty();
    assertThat(DrillReader.read(only, ROWS).drillsFor(12)).hasSize(1);
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() {
    DrillBook book =
        DrillReader.read(
            """
            # One {#one}

            ```predict versions=x..
            no-such-row
            ```

            ***

            # Another {#one}

            ```sh
            pg_ctl -D data2 stop
            ```
            """,
            ROWS);
    assertThat(book.problems())
        .extracting(Problem::line)
        .as("%s", book.problems())
        .contains(1, 3, 9);
    assertThat(book.problems())
        .extracting(Problem::message)
        .anyMatch(words -> words.contains("breaks nothing"))
        .anyMatch(words -> words.contains("foretells nothing"))
        .anyMatch(words -> words.contains("no row of the proof"))
        .anyMatch(words -> words.contains("no range of majors"))
        .anyMatch(words -> words.contains("two drills are called 'one'"));
  }
}
