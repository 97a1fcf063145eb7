package replicationlab.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.course.ShippedLessons;
import replicationlab.lab.Lab;
import replicationlab.lab.LabReader;

/** An agreement is to one text on one major, and outlives the program. */
class AgreementsTest {

  private static final String TEXT =
      """
      # One {#one}

      ```sh versions=..11
      rm data2/postmaster.pid
      ```

      ```sh versions=12..
      touch data2/standby.signal
      ```

      ```settings file=data/postgresql.conf
      port = 5432
      ```

      ```sql session=backup save=data2/backup_label
      SELECT 1
      ```

      ```check
      running primary
      ```

      ***

      # Only look {#two}

      ```check
      running primary
      ```
      """;

  @TempDir Path folder;

  @Test
  void nothingFromElsewhereIsCoveredBeforeItWasAgreedTo() {
    Agreements agreements = new Agreements(folder, Set.of());
    Lab lab = LabReader.read("mine", TEXT);
    assertThat(agreements.cover(lab, 18)).isFalse();
    agreements.agree(lab, 18);
    assertThat(agreements.cover(lab, 18)).isTrue();
    assertThat(agreements.cover(lab, 11)).as("another major runs other commands").isFalse();
  }

  @Test
  void aChangedTextAsksAgain() {
    Agreements agreements = new Agreements(folder, Set.of());
    agreements.agree(LabReader.read("mine", TEXT), 18);
    assertThat(agreements.cover(LabReader.read("mine", TEXT + "\n"), 18)).isFalse();
    assertThat(agreements.cover(LabReader.read("copied elsewhere", TEXT), 18)).isTrue();
  }

  @Test
  void itIsRememberedAndABrokenFileMeansNo() throws IOException {
    Lab lab = LabReader.read("mine", TEXT);
    new Agreements(folder, Set.of()).agree(lab, 18);
    assertThat(new Agreements(folder, Set.of()).cover(lab, 18)).isTrue();
    Files.writeString(folder.resolve("agreements.json"), "{ half");
    assertThat(new Agreements(folder, Set.of()).cover(lab, 18)).isFalse();
  }

  @Test
  void aLabOfNoTextCannotBeAgreedTo() {
    Lab made = new Lab("made", "Made", List.of(), List.of());
    Agreements agreements = new Agreements(folder, Set.of());
    assertThat(agreements.cover(made, 18)).isFalse();
    assertThatThrownBy(() -> agreements.agree(made, 18))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatCameWithTheProgramNeedsNoAgreementAsLongAsItIsUnchanged() throws IOException {
    ProgramFiles files = ProgramFiles.find();
    Agreements agreements = new Agreements(folder, ShippedLessons.digests(files));
    assertThat(Courses.labs(files)).isNotEmpty().allMatch(lab -> agreements.cover(lab, 18));
    Path shipped = files.lessons().resolve("high-availability/labs/lab-exercise-1.md");
    Path edited =
        Files.writeString(folder.resolve("lab-exercise-1.md"), Files.readString(shipped) + " ");
    assertThat(agreements.cover(Courses.lab(edited), 18)).isFalse();
  }

  @Test
  void everythingThatWouldRunIsTold() {
    Lab lab = LabReader.read("mine", TEXT);
    assertThat(Announcement.of(lab, 18, text -> text.replace("5432", "6000")))
        .containsExactly(
            new Announcement(
                "One",
                List.of(
                    "$ touch data2/standby.signal",
                    "changes data/postgresql.conf:",
                    "    port = 6000",
                    "SQL on the primary:",
                    "    SELECT 1",
                    "    and writes the answer to data2/backup_label")));
    assertThat(Announcement.of(lab, 11, text -> text).getFirst().lines())
        .contains("$ rm data2/postmaster.pid");
  }

  @Test
  void whatHidesIsShown() {
    Lab lab = LabReader.read("mine", "# One {#one}\n\n```sh\nrm a\u202eb\n```\n");
    assertThat(Announcement.of(lab, 18, text -> text).getFirst().lines())
        .containsExactly("$ rm a\\u{202e}b");
  }
}
