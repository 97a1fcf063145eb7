package replicationlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.check.LabChecks;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.deck.Problem;

/**
 * A lab is Markdown that an instructor edits: what it says is what happens, and what is wrong is
 * named with its line.
 */
class LabReaderTest {

  private static final String LAB =
      """
      ---
      title: A small lab
      ---

      # Make a cluster {#make slide=3}

      Some words about why.

      ```sh as-of=9.0 versions=12..
      initdb old
      ```

      ```sh versions=..11
      initdb -D data
      ```

      ```sh versions=12..
      initdb -D data -k
      ```

      ```check within=7
      cluster primary
      running primary
      ```
      """;

  @Test
  void aStepAsksWhatItsTaskListAsks() {
    Lab lab =
        LabReader.read(
            "small", LAB.replace("why.\n", "why.\n\nWhat comes?\n\n- [x] this\n- [ ] that\n"));
    assertThat(lab.problems()).isEmpty();
    assertThat(lab.steps().getFirst().questions())
        .singleElement()
        .satisfies(question -> {
          assertThat(question.asked().text()).isEqualTo("What comes?");
          assertThat(question.right()).containsExactly(0);
        });
    assertThat(
            LabReader.read("small", LAB.replace("why.\n", "why.\n\nWhat?\n\n- [ ] a\n- [ ] b\n"))
                .problems())
        .extracting(Problem::line)
        .containsExactly(11);
  }

  @Test
  void aStepHasItsNameItsSlideItsWordsAndItsPatience() {
    Lab lab = LabReader.read("small", LAB);
    assertThat(lab.problems()).isEmpty();
    assertThat(lab.title()).isEqualTo("A small lab");
    Step step = lab.steps().getFirst();
    assertThat(step.id()).isEqualTo("make");
    assertThat(step.title()).isEqualTo("Make a cluster");
    assertThat(step.slide()).isEqualTo(3);
    assertThat(step.patience()).isEqualTo(7);
    assertThat(step.why()).hasSize(1);
    assertThat(step.checks()).extracting(CheckSpec::name).containsExactly("cluster", "running");
  }

  @Test
  void eachVersionGetsItsOwnCommandAndTheSlidesLineWhereTheyDiffer() {
    Step step = LabReader.read("small", LAB).steps().getFirst();
    assertThat(step.actionsFor(9)).extracting(Action::text).containsExactly("initdb -D data");
    assertThat(step.actionsFor(18)).extracting(Action::text).containsExactly("initdb -D data -k");
    assertThat(step.slideLinesFor(9)).isEmpty();
    assertThat(step.slideLinesFor(18)).singleElement().asString().contains("initdb old");
  }

  @Test
  void hintsAreALadderAndEachVersionHasItsOwn() {
    String text =
        """
        # Keep the WAL {#wal}

        Why.

        ```hint
        Some of it must be *kept*.
        ```

        ```hint versions=..12
        Count in segments: `wal_keep_segments`.
        ```

        ```hint versions=13..
        Say a size: `wal_keep_size`.
        ```

        ```check
        keeps-wal
        ```

        ```after
        It keeps more.
        ```

        ```after versions=13..
        Its unit is MB.

        * Look at `pg_wal`.
        ```
        """;
    Lab lab = LabReader.read("small", text);
    assertThat(lab.problems()).isEmpty();
    Step step = lab.steps().getFirst();
    assertThat(step.why()).as("what is asked for is not shown before").hasSize(1);
    assertThat(words(step.guidance().hintsFor(9)))
        .containsExactly("Some of it must be kept.", "Count in segments: wal_keep_segments.");
    assertThat(words(step.guidance().hintsFor(18)))
        .containsExactly("Some of it must be kept.", "Say a size: wal_keep_size.");
    assertThat(step.guidance().afterFor(9))
        .extracting(Block::text)
        .containsExactly("It keeps more.");
    assertThat(step.guidance().afterFor(18))
        .extracting(Block::text)
        .containsExactly("It keeps more.", "Its unit is MB.", "Look at pg_wal.");
  }

  private static List<String> words(List<List<Block>> hints) {
    return hints.stream().map(hint -> hint.getFirst().text()).toList();
  }

  @Test
  void aLabWithoutHintsIsALab() {
    Guidance none = LabReader.read("small", LAB).steps().getFirst().guidance();
    assertThat(none).isEqualTo(Guidance.NONE);
    assertThat(none.hintsFor(18)).isEmpty();
    assertThat(none.afterFor(18)).isEmpty();
  }

  @Test
  void aThirdHintForAVersionAndAnEmptyOneAreNamed() {
    String text =
        """
        # Wait {#wait}

        ```hint
        One.
        ```

        ```hint versions=..14
        Two.
        ```

        ```hint versions=14..
        Three.
        ```

        ```after
        ```

        ```check
        keeps-wal
        ```
        """;
    assertThat(LabReader.read("broken", text).problems())
        .extracting(Problem::line, Problem::message)
        .satisfiesExactlyInAnyOrder(
            third -> assertThat(third.toString()).contains("11", "a third hint"),
            empty -> assertThat(empty.toString()).contains("15", "the after block says nothing"));
  }

  @Test
  void everyShippedStepHasANudgeAPointerAndWordsForAfterwardsOnEveryMajor() {
    for (Lab lab : Courses.labs(ProgramFiles.find())) {
      for (Step step : lab.steps()) {
        for (int major = 9; major <= 18; major++) {
          assertThat(step.guidance().hintsFor(major)).as("%s on %s", step.id(), major).hasSize(2);
          assertThat(step.guidance().afterFor(major)).as("%s on %s", step.id(), major).isNotEmpty();
        }
      }
    }
  }

  @Test
  void mistakesAreNamedWithTheirLines() {
    String broken =
        """
        # One {#same colour=red}

        ```settings versions=abc
        port = 1
        ```

        ***

        # Two {#same}

        ```sql on=nowhere
        SELECT 1
        ```
        """;
    assertThat(LabReader.read("broken", broken).problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("colour=red"))
        .anyMatch(message -> message.contains("versions=abc"))
        .anyMatch(message -> message.contains("file=data/postgresql.conf"))
        .anyMatch(message -> message.contains("checks nothing"))
        .anyMatch(message -> message.contains("on=nowhere"))
        .anyMatch(message -> message.contains("two steps are called 'same'"));
  }

  @Test
  void everyShippedLabIsFreeOfProblemsAndNamesOnlyChecksThatExist() {
    List<Lab> labs = Courses.labs(ProgramFiles.find());
    assertThat(labs).isNotEmpty();
    for (Lab lab : labs) {
      assertThat(lab.problems()).as(lab.id()).isEmpty();
      assertThat(lab.steps().stream().flatMap(step -> step.checks().stream()))
          .as(lab.id())
          .allMatch(check -> LabChecks.names().contains(check.name()));
    }
  }

  @Test
  void aStepKnowsWhatTakesThePlaceOfItsSlidesLines() {
    Lab lab = Courses.labs(ProgramFiles.find()).getFirst();
    assertThat(step(lab, "wal").slideLinesFor(18)).containsExactly("wal_keep_segments = 50");
    assertThat(step(lab, "wal").insteadOfSlideLines(18)).isEqualTo("wal_keep_size = 800MB");
    assertThat(step(lab, "start-primary").insteadOfSlideLines(18))
        .isEqualTo("pg_ctl -l logs/primary.log start");
    assertThat(step(lab, "recovery").insteadOfSlideLines(18))
        .startsWith("touch data2/standby.signal\n");
  }

  private static Step step(Lab lab, String id) {
    return lab.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aLineCanBeReplacedAndAFolderBeShutToOthers() {
    Lab lab =
        LabReader.read(
            "edits",
            """
            # Edit {#edit}

            ```replace file=data/pg_hba.conf
            host all all 0.0.0.0/0 reject
            #host all all 0.0.0.0/0 reject
            host replication all 127.0.0.1/32 trust
            ```

            ```mode file=data2
            700
            ```

            ```replace file=data/pg_hba.conf
            one line alone
            ```
            """);
    Action.Replacement line = (Action.Replacement) lab.steps().getFirst().actions().getFirst();
    assertThat(line.old()).isEqualTo("host all all 0.0.0.0/0 reject");
    assertThat(line.text().lines()).hasSize(2);
    assertThat(lab.steps().getFirst().actions().get(1))
        .isInstanceOfSatisfying(
            Action.Permissions.class, mode -> assertThat(mode.text()).isEqualTo("700"));
    assertThat(lab.problems())
        .filteredOn(problem -> problem.message().startsWith("a replace block"))
        .extracting(Problem::line)
        .containsExactly(13);
  }
}
