package replicationlab.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

  /** Those that are not like the others come first by their names, and decide nothing. */
  @Test
  void ofThirtyFilesEachThatIsNotAsItShouldBeSaysWhyAndTheOthersAreShown() throws IOException {
    for (int i = 0; i < 25; i++) {
      SampleStudent.file(folder, "Student %02d".formatted(i + 1), i % 18, i);
    }
    Path edited = SampleStudent.file(folder, "A Edited", 9, 91);
    rewrite(edited, text -> text.replaceFirst("\"failures\":[0-9]+", "\"failures\":9000"));
    Path cut = SampleStudent.file(folder, "A Cut", 9, 92);
    rewrite(cut, text -> text.lines().limit(3).collect(Collectors.joining("\n", "", "\n{\"kin")));
    Path newer = SampleStudent.file(folder, "A Newer", 9, 93);
    rewrite(newer, text -> text.replace("\"format\":1", "\"format\":2"));
    Path spoilt = SampleStudent.file(folder, "A Spoilt", 9, 94);
    String umlaut = Files.readString(spoilt).replace("A Spoilt", "A Sp\u00f6ilt");
    Files.write(spoilt, umlaut.getBytes(StandardCharsets.ISO_8859_1));
    SampleStudent.fileOfAnotherLab(folder, "A Other");

    ClassOverview overview = overview();
    assertThat(overview.rows()).hasSize(30);
    Map<String, String> said =
        overview.rows().stream()
            .filter(row -> !row.who().startsWith("Student"))
            .collect(
                Collectors.toMap(
                    ClassRow::who,
                    row -> (row.sentence() + " " + row.remark()).strip(),
                    (one, other) -> one,
                    TreeMap::new));
    assertThat(said.keySet())
        .containsExactly(
            "A Cut",
            "A Edited",
            "A Other",
            newer.getFileName().toString(),
            spoilt.getFileName().toString());
    assertThat(said.values())
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("Edited: line 4 is no longer JSON."),
            it -> assertThat(it).matches("Edited: line \\d+, step .*, is not as it was exported."),
            it -> assertThat(it).startsWith("As exported on ").endsWith(" lab: Lab Exercise 2."),
            it -> assertThat(it).contains("has the format 2,", "a newer one may"),
            it -> assertThat(it).contains("is damaged: it is not UTF-8 any more; ask for it"));
    assertThat(overview.rows().stream().filter(overview::isOfAnotherLab))
        .extracting(ClassRow::who)
        .containsExactly("A Other");

    assertThat(overview.columns()).hasSize(17);
    assertThat(overview.title()).isEqualTo("Lab Exercise 1: streaming replication");
    assertThat(overview.rows())
        .filteredOn(row -> row.who().startsWith("Student"))
        .hasSize(25)
        .allMatch(row -> row.evidence().orElseThrow().seal().asExported())
        .allMatch(row -> row.remark().isEmpty());
    assertThat(overview.hardest()).allMatch(step -> step.failures() < 9000);
  }

  private static void rewrite(Path file, UnaryOperator<String> edit) throws IOException {
    String text = Files.readString(file);
    String edited = edit.apply(text);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }

  @Test
  void noFilesMakeAnEmptyOverview() throws IOException {
    assertThat(overview().rows()).isEmpty();
    assertThat(overview().hardest()).isEmpty();
    assertThat(overview().title()).isEmpty();
  }
}
