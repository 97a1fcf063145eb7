package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static replicationlab.drill.MajorsAsked.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;
import replicationlab.terminal.Pasted;

/**
 * A mistake's remedy as it is printed, pasted into a shell as a whole, heals as the button does:
 * for each way in which a remedy changes something a drill, on 18 and 9.6. {@code
 * -Dpasted.only=all} takes all drills, and a list those, on {@code -Dmistakes.majors}.
 */
@Tag("lab")
@Tag("slow")
class PastedRemediesTest {

  /** By what the remedy does. */
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "starts", List.of("server-stopped"),
          "removes a file", List.of("copied-pid-file"),
          "sets a mode", List.of("readable-by-others"),
          "copies in a backup", List.of("copy-incomplete", "standby-promoted"),
          "takes a line out", List.of("standby-mode-unknown", "conninfo-in-postgresql-conf"),
          "changes a line", List.of("settings-syntax", "recovery-conf-capitals"),
          "adds a setting", List.of("port-not-changed", "conninfo-missing"),
          "makes a signal file", List.of("no-signal", "recovery-signal"),
          "changes pg_hba.conf", List.of("hba-rejects"),
          "asks a server", List.of("replay-paused", "user-may-not-log-in"));

  /** To be read by whoever asks for all. */
  private static final Path PASTED = Path.of("target", "pasted-remedies.txt");

  @TempDir static Path folder;
  private static Stage stage;

  @BeforeAll
  static void begin() throws IOException {
    Files.writeString(PASTED, "");
    stage = new Stage(folder);
  }

  @AfterAll
  static void end() throws IOException {
    stage.close();
  }

  static Stream<Arguments> drills() {
    String only = System.getProperty("pasted.only", "");
    return MajorsAsked.of("mistakes.majors", "9.6,18").stream()
        .flatMap(major ->
            MistakesTest.book().drillsFor(number(major)).stream()
                .map(Drill::id)
                .filter(id -> isAsked(only, id))
                .map(id -> Arguments.of(major, id)));
  }

  private static boolean isAsked(String only, String id) {
    return switch (only) {
      case "" -> WAYS.values().stream().anyMatch(ids -> ids.contains(id));
      case "all" -> true;
      default -> List.of(only.split(",", -1)).contains(id);
    };
  }

  @ParameterizedTest
  @MethodSource("drills")
  void heals(String major, String id) {
    heals(major, id, Pasted::into);
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy-incomplete", "replay-paused"})
  void healsWhereTheMachineHasNoPsql(String id) {
    heals("18", id, Pasted::withoutPsql);
  }

  private static void heals(String major, String id, BiFunction<TestLab, String, String> shell) {
    Drill drill = MistakesTest.book().find(id);
    String mistake = drill.predictionFor(number(major)).orElseThrow().mistake();
    TestLab lab = stage.lab(major);
    boolean mended = false;
    try {
      MistakesTest.awaitPassed(lab, "before");
      var _ = Stage.act(lab, drill.actionsFor(number(major)));
      ProofReport report = MistakesTest.awaitMistake(lab, mistake);
      CheckResult named =
          report.checks().stream()
              .filter(each -> each.mistake().equals(mistake))
              .findFirst()
              .orElseThrow();
      assertThat(named.actions()).isNotEmpty();
      Stage.append(PASTED, major + " " + id + "\n" + named.remedy() + "\n\n");
      String answer = shell.apply(lab, named.remedy());
      assertThat(answer).as(named.remedy()).doesNotContain("not found", "yntax error");
      MistakesTest.awaitPassed(lab, named.remedy() + "\n--\n" + answer);
      mended = true;
      stage.tidy(major);
      Stage.run("sh", "-c", "rm -rf '" + lab.standby().data() + "'-*");
    } finally {
      if (!mended) {
        stage.strike(major);
      }
    }
  }

  /** As the remedy is printed. */
  static void paste(TestLab lab, CheckResult named) {
    assertThat(named.actions()).as(named.remedy()).isNotEmpty();
    assertThat(Pasted.into(lab, named.remedy())).as(named.remedy()).doesNotContain("not found");
  }
}
