package replicationlab.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.run.StepState.Status;

/** Thirty files at once: who is where, and which step is hard. */
class ClassOverviewTest {

  @TempDir Path folder;

  private ClassOverview overview() throws IOException {
    return ClassOverview.of(
        EvidenceFile.find(List.of(folder)).stream().map(EvidenceFile::open).toList());
  }

  @Test
  void thirtyFilesSayWhoIsWhere() throws IOException {
    for (int i = 0; i < 30; i++) {
      SampleStudent.file(folder, "Student %02d".formatted(i + 1), i % 18, i);
    }
    ClassOverview overview = overview();
    assertThat(overview.rows()).hasSize(30);
    assertThat(overview.columns()).hasSize(17);
    assertThat(overview.rows())
        .allMatch(row -> row.evidence().orElseThrow().seal().asExported())
        .allMatch(row -> row.remark().isEmpty());
    assertThat(overview.rows().get(5).who()).isEqualTo("Student 06");
    assertThat(overview.rows().get(5).evidence().orElseThrow().passed()).isEqualTo(5);
    assertThat(overview.rows().get(5).here().orElseThrow().number()).isEqualTo(6);
    assertThat(overview.rows().get(17).here()).isEmpty();
    assertThat(overview.hardest()).isNotEmpty();
    assertThat(overview.hardest().stream().mapToDouble(HardStep::failureShare).sum())
        .isBetween(0.999, 1.001);
    assertThat(overview.hardest())
        .isSortedAccordingTo((one, two) -> Double.compare(two.hardness(), one.hardness()));
  }

  @Test
  void theStepThatMostStumbleOverIsTheHardest() throws IOException {
    for (String who : List.of("Ada", "Bob", "Cleo")) {
      try (SampleStudent student = new SampleStudent(folder.resolve("of-" + who))) {
        student.tries(student.step("initdb"), Status.PASSED);
        student.tries(student.step("loopback"), Status.FAILED);
        student.tries(student.step("loopback"), Status.FAILED);
        student.export(who, folder.resolve(who + ".evidence"));
      }
    }
    HardStep hardest = overview().hardest().getFirst();
    assertThat(hardest.id()).isEqualTo("loopback");
    assertThat(hardest.failures()).isEqualTo(6);
    assertThat(hardest.stuck()).isEqualTo(3);
    assertThat(overview().rows().getFirst().hardest().orElseThrow().id()).isEqualTo("loopback");
  }

  @Test
  void aBrokenFileIsARowAndACopiedJournalIsRemarked() throws IOException {
    Files.writeString(folder.resolve("torn.evidence"), "nothing");
    try (SampleStudent ada = new SampleStudent(folder.resolve("of-ada"))) {
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.export("Ada", folder.resolve("ada.evidence"));
      ada.export("Bob", folder.resolve("bob.evidence"));
    }
    List<ClassRow> rows = new ArrayList<>(overview().rows());
    assertThat(rows).extracting(ClassRow::who).containsExactly("Ada", "Bob", "torn.evidence");
    assertThat(rows.get(1).remark()).isEqualTo("Its journal began as the one in ada.evidence did.");
    assertThat(rows.get(2).sentence()).contains("is not an evidence file");
    assertThat(rows.get(2).steps()).isEmpty();
  }

  @Test
  void noFilesMakeAnEmptyOverview() throws IOException {
    assertThat(overview().rows()).isEmpty();
    assertThat(overview().hardest()).isEmpty();
    assertThat(overview().title()).isEmpty();
  }
}
