package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.ReachableTempDir;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.lab.Action;
import replicationlab.lab.SlideCode;
import replicationlab.process.Cancellation;

/** A slide's code on real clusters: as in the lab, and refused as in the lab. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlideRunTest {

  private TestLab lab;
  private SlideRun slides;

  @BeforeAll
  void aPrimaryThatRuns(@TempDir(factory = ReachableTempDir.class) Path folder) {
    lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table");
    slides = SlideRun.on(lab.bench, lab.run);
  }

  @AfterAll
  void close() {
    lab.close();
  }

  private static List<Action> code(String markdown) {
    return SlideCode.actions((Block.Code) DeckReader.blocks(markdown).getFirst(), 18, false);
  }

  private List<String> run(String markdown) throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    slides
        .run(code(markdown), event -> told.add(words(event)), new Cancellation())
        .get(120, TimeUnit.SECONDS);
    return told;
  }

  private static String words(LabEvent event) {
    return switch (event) {
      case LabEvent.ActionStarted started -> "> " + started.shown();
      case LabEvent.Output output -> output.line().text();
      case LabEvent.ActionEnded ended -> "< " + ended.outcome();
      case LabEvent.Note note -> "# " + note.text();
      case LabEvent.Predicted predicted -> "? " + predicted.asked();
      case LabEvent.StepChanged changed -> "! " + changed.stepId();
    };
  }

  @Test
  void commandsStatementsAndWhatTheyPrint() throws Exception {
    int port = lab.bench.clusters().primary().port();
    assertThat(run("```sh\npsql -p 5432 -c 'SELECT 41 + 1 AS answer' postgres\n```\n"))
        .contains("> psql -p " + port + " -c 'SELECT 41 + 1 AS answer' postgres")
        .contains(" answer ", "     42", "(1 row)", "< exit code 0");
    assertThat(run("```sql\nCREATE TABLE slides(x int);\nINSERT INTO slides VALUES (1);\n```\n"))
        .contains("CREATE TABLE", "INSERT 0 1");
    assertThat(run("```sql\nSELECT x FROM slides;\n```\n")).contains(" x ", " 1", "(1 row)");
  }

  @Test
  void itGoesOnAfterACommandThatFails() throws Exception {
    assertThat(run("```sql\nSELECT nothing_of_the_kind;\nSELECT 7 AS seven;\n```\n"))
        .anyMatch(line -> line.contains("does not exist"))
        .contains(" seven ");
  }

  @Test
  void settingsAreEditedIn() throws Exception {
    assertThat(run("```settings\nwal_keep_size = 123MB\n```\n"))
        .contains("> edit data/postgresql.conf", "+wal_keep_size = 123MB", "< saved");
    assertThat(Files.readString(lab.bench.workspace().primaryData().resolve("postgresql.conf")))
        .contains("wal_keep_size = 123MB");
  }

  @Test
  void whatThePolicyRefusesIsNotRunNotEvenItsHarmlessPart() {
    List<Action> actions = code("```sh\npsql -p 5432 -c 'SELECT 1' postgres\nls /etc\n```\n");
    assertThat(slides.refusal(actions)).contains("'ls' is not a program that a lesson may run");
    List<LabEvent> told = new CopyOnWriteArrayList<>();
    assertThat(slides.run(actions, told::add, new Cancellation())).isCompletedExceptionally();
    assertThat(told).isEmpty();
  }

  @Test
  void aLessonThatNobodyAgreedToRunsNothing() {
    SlideRun notAgreed =
        new SlideRun(lab.run, lab.bench.policy(), lab.bench.wording()::of, () -> false);
    assertThat(notAgreed.refusal(code("```sh\npsql -l\n```\n"))).contains("agreed to it");
  }

  @Test
  void aStatementThatWaitsCanBeCancelled() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    Cancellation cancellation = new Cancellation();
    CompletableFuture<?> waiting =
        slides.run(
            code("```sql\nSELECT pg_sleep(500);\nSELECT 2;\n```\n"),
            event -> told.add(words(event)),
            cancellation);
    await()
        .atMost(30, TimeUnit.SECONDS)
        .until(
            () ->
                lab.sql(
                    lab.primary(),
                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"),
            "1"::equals);
    cancellation.cancel();
    waiting.get(30, TimeUnit.SECONDS);
    assertThat(told)
        .anyMatch(line -> line.contains("canceling statement"))
        .noneMatch(line -> line.contains("SELECT 2"));
  }
}
