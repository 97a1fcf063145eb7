package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static replicationlab.drill.MajorsAsked.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.check.Verdict;
import replicationlab.course.Courses;
import replicationlab.course.Drills;
import replicationlab.course.ProgramFiles;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/**
 * Every drill: the mistake is made, the checker names it and no other, and its remedy, carried out
 * as written, lets the whole proof pass. On 18, or on {@code -Dmistakes.majors=9.6,12,15,18} with
 * the profile "all-majors".
 */
@Tag("lab")
@Tag("slow")
class MistakesTest {

  @TempDir static Path folder;
  private static final Path FAILURES = Path.of("target", "mistakes-failures.txt");
  private static Stage stage;
  private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();

  @BeforeAll
  static void begin() throws IOException {
    Files.writeString(FAILURES, "");
    stage = new Stage(folder);
  }

  @AfterAll
  static void end() throws IOException {
    stage.close();
    List<String> majors = majors();
    for (Drill drill : book().drills()) {
      Map<String, String> row = TABLE.getOrDefault(drill.id(), Map.of());
      majors.stream()
          .filter(major -> !row.isEmpty() && drill.predictionFor(number(major)).isEmpty())
          .forEach(major -> row.put(major, "cannot happen"));
    }
    MistakeTable.write(Path.of("target", "mistakes.txt"), "mistake", TABLE);
  }

  static List<String> majors() {
    return MajorsAsked.of("mistakes.majors", "18");
  }

  static DrillBook book() {
    return Drills.of(
        ProgramFiles.find(),
        Courses.FIRST,
        ReplicationProof.ROWS.stream().map(ReplicationProof.Row::name).collect(Collectors.toSet()));
  }

  static Stream<Arguments> drills() {
    String only = System.getProperty("mistakes.only", "");
    return majors().stream()
        .flatMap(major ->
            book().drillsFor(number(major)).stream()
                .filter(
                    drill -> only.isEmpty() || List.of(only.split(",", -1)).contains(drill.id()))
                .map(drill -> Arguments.of(major, drill.id())));
  }

  @ParameterizedTest
  @MethodSource("drills")
  void isNamedAndHealed(String major, String id) {
    Map<String, String> row = TABLE.computeIfAbsent(id, name -> new LinkedHashMap<>());
    row.put(major, "not named");
    Drill drill = book().find(id);
    Drill.Prediction expected = drill.predictionFor(number(major)).orElseThrow();
    TestLab lab = stage.lab(major);
    boolean mended = false;
    try {
      awaitPassed(lab, "before");
      List<String> complaints = Stage.act(lab, drill.actionsFor(number(major)));
      ProofReport report = awaitMistake(lab, expected.mistake());
      assertThat(mistakes(report))
          .as("%s\n%s", complaints, words(report))
          .containsExactly(expected.mistake());
      assertThat(failed(report)).as(words(report)).containsAll(expected.rows());
      assertThat(expected.rows()).as(words(report)).contains(failed(report).getFirst());
      row.put(major, "named");
      CheckResult named =
          report.checks().stream()
              .filter(each -> !each.mistake().isEmpty())
              .findFirst()
              .orElseThrow();
      assertThat(named.remedy().lines().count()).isGreaterThan(named.actions().size());
      String complaint = lab.run.apply(named.actions()).join();
      assertThat(complaint).as(named.remedy() + "\n" + words(lab.proof())).isEmpty();
      awaitPassed(lab, named.cause() + "\n" + named.remedy());
      row.put(major, "named, healed");
      mended = true;
      stage.tidy(major);
    } catch (AssertionError e) {
      Stage.append(FAILURES, major + " " + id + "\n" + e.getMessage() + "\n\n");
      throw e;
    } finally {
      if (!mended) {
        stage.strike(major);
      }
    }
  }

  /** A reload and a lost connection take a moment to show. */
  static ProofReport awaitMistake(TestLab lab, String mistake) {
    ProofReport[] last = new ProofReport[1];
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(12))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> {
            last[0] = lab.proof();
            return mistakes(last[0]).contains(mistake);
          });
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      return last[0];
    }
    return last[0];
  }

  static void awaitPassed(TestLab lab, String about) {
    ProofReport[] last = new ProofReport[1];
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(25))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> {
            last[0] = lab.proof();
            return last[0].verdict() == Verdict.PASSED;
          });
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw new AssertionError(about + "\n" + words(last[0]), e);
    }
  }

  static Set<String> mistakes(ProofReport report) {
    return report.checks().stream()
        .map(CheckResult::mistake)
        .filter(mistake -> !mistake.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> failed(ProofReport report) {
    return report.checks().stream()
        .filter(each -> each.verdict() == Verdict.FAILED || !each.mistake().isEmpty())
        .map(CheckResult::name)
        .toList();
  }

  static String words(ProofReport report) {
    return report.checks().stream()
        .filter(each -> each.verdict() != Verdict.PASSED)
        .map(each ->
            each.name()
                + " "
                + each.verdict()
                + " ["
                + each.mistake()
                + "] "
                + each.cause()
                + "\n   = "
                + each.answer().replace("\n", "\n     ")
                + "\n   > "
                + each.remedy().replace("\n", "\n     "))
        .collect(Collectors.joining("\n"));
  }
}
