package replicationlab.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.process.OutputLine;
import replicationlab.run.LabEvent;
import replicationlab.run.LogExplainer;
import replicationlab.run.StepTimes;
import replicationlab.run.TestLab;
import replicationlab.ui.Looks;
import replicationlab.ui.console.ConsoleLine.Kind;
import replicationlab.ui.kit.Theme;

/** The console as a student sees it. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ConsoleViewTest {

  @TempDir Path folder;
  private final ConsoleViewModel model = new ConsoleViewModel();
  private Scene scene;
  private final BorderPane place = new BorderPane();
  private LogTabs tabs;

  @Start
  void start(Stage stage) {
    Path log = folder.resolve("primary.log");
    tabs =
        new LogTabs(
            new ConsoleView(model),
            List.of(
                new LogSource("Primary's log", () -> log),
                new LogSource("Standby's log", () -> null)),
            Duration.ofMillis(50));
    tabs.markNew(model.lines());
    place.setCenter(tabs);
    scene = new Scene(place, 960, 240);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void shows(int lines) {
    await()
        .until(() -> WaitForAsyncUtils.waitForAsyncFx(5_000, () -> model.lines().size()) == lines);
  }

  @Test
  void saysWhatToDoWhileItIsEmpty() {
    Looks.inBothThemes(scene, "console-empty");
  }

  @Test
  void showsCommandsOutputErrorsAndOutcomes(FxRobot robot) {
    runSomeSteps();
    shows(15);
    Looks.inBothThemes(scene, "console");
  }

  @Test
  void outputThatNobodySeesIsMarkedUntilTheConsoleIsOpened(FxRobot robot) {
    model.add(new ConsoleLine(Kind.OUTPUT, "seen"));
    shows(1);
    Tab console = tabs.getTabs().getFirst();
    assertThat(console.getText()).isEqualTo("Console");
    robot.interact(() -> tabs.getSelectionModel().select(1));
    model.add(new ConsoleLine(Kind.OUTPUT, "not seen"));
    shows(2);
    assertThat(console.getText()).isEqualTo("Console (new)");
    assertThat(console.getTooltip().getText()).contains("not seen yet");
    Looks.inBothThemes(scene, "console-new-output");
    robot.interact(tabs::showConsole);
    assertThat(console.getText()).isEqualTo("Console");
    assertThat(console.getTooltip()).isNull();
    assertThat(robot.lookup(".new-output").tryQuery()).isEmpty();
  }

  @Test
  void outputIsMarkedWhileTheConsoleIsNotInTheWindow(FxRobot robot) {
    robot.interact(() -> place.setCenter(null));
    model.add(new ConsoleLine(Kind.OUTPUT, "not seen"));
    shows(1);
    assertThat(tabs.getTabs().getFirst().getText()).isEqualTo("Console (new)");
    robot.interact(() -> place.setCenter(tabs));
    assertThat(tabs.getTabs().getFirst().getText()).isEqualTo("Console");
  }

  @Test
  void followsTheEndUnlessScrolledUp(FxRobot robot) {
    IntStream.range(0, 30_000).forEach(i -> model.add(new ConsoleLine(Kind.OUTPUT, "line " + i)));
    shows(30_000);
    await().until(() -> lastVisible(robot) == 29_999);
    robot.clickOn("#console .line-list").type(KeyCode.HOME);
    await().until(() -> lastVisible(robot) < 100);
    model.add(new ConsoleLine(Kind.OUTPUT, "one more"));
    shows(30_001);
    assertThat(lastVisible(robot)).isLessThan(100);
    robot.type(KeyCode.END);
    await().until(() -> lastVisible(robot) == 30_000);
    model.add(new ConsoleLine(Kind.OUTPUT, "and one more"));
    await().until(() -> lastVisible(robot) == 30_001);
  }

  @Test
  void whatIsRunIsFollowedFromItsFirstCommandWhereverTheReaderWas(FxRobot robot) {
    ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    model.follow(running.getReadOnlyProperty());
    IntStream.range(0, 500).forEach(i -> model.add(new ConsoleLine(Kind.OUTPUT, "line " + i)));
    await().until(() -> lastVisible(robot) == 499);
    robot.clickOn("#console .line-list").type(KeyCode.HOME);
    await().until(() -> lastVisible(robot) < 100);

    // A check prints nothing, and moves nobody away.
    running.set(true);
    running.set(false);
    model.accept(new LabEvent.ActionStarted("another's", "psql"));
    shows(501);
    assertThat(lastVisible(robot)).isLessThan(100);

    running.set(true);
    model.accept(new LabEvent.ActionStarted("initdb", "initdb -D data"));
    await().until(() -> lastVisible(robot) == 501);

    // Who scrolls up while all steps run stays there.
    robot.type(KeyCode.HOME);
    await().until(() -> lastVisible(robot) < 100);
    model.accept(new LabEvent.ActionStarted("loopback", "pg_ctl start"));
    shows(503);
    assertThat(lastVisible(robot)).isLessThan(100);
  }

  @Test
  void findsAndCopies(FxRobot robot) {
    runSomeSteps();
    shows(15);
    robot
        .clickOn("#console .line-list")
        .press(KeyCode.CONTROL, KeyCode.F)
        .release(KeyCode.F, KeyCode.CONTROL);
    robot.write("create table");
    Looks.inBothThemes(scene, "console-find");
    robot.type(KeyCode.ENTER, KeyCode.ESCAPE);
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    assertThat(clipboard())
        .isEqualTo("psql -p 5432 -c \"CREATE TABLE streamtest(x int)\" postgres");
  }

  @Test
  void followsAServersLogWhileItShows(FxRobot robot) throws IOException {
    robot.clickOn("Primary's log");
    Looks.inBothThemes(scene, "log-empty");
    Files.writeString(
        folder.resolve("primary.log"),
        """
        2026-03-01 10:00:00.000 UTC [812] LOG:  starting PostgreSQL 18.6 on x86_64-pc-linux-gnu
        2026-03-01 10:00:00.010 UTC [812] LOG:  listening on IPv4 address "127.0.0.1", port 5432
        2026-03-01 10:00:01.500 UTC [830] WARNING:  there is no transaction in progress
        2026-03-01 10:00:02.000 UTC [841] FATAL:  role "ada" does not exist
        """);
    await()
        .untilAsserted(() -> assertThat(robot.lookup(".list-cell:error").tryQuery()).isPresent());
    Looks.inBothThemes(scene, "log");
  }

  @Test
  void explainsWhatAServerComplainsOf(FxRobot robot) throws IOException {
    explain();
    robot.clickOn("Primary's log");
    Files.writeString(
        folder.resolve("primary.log"),
        """
        2026-03-01 10:00:00.000 UTC [812] LOG:  starting PostgreSQL 18.6 on x86_64-pc-linux-gnu
        2026-03-01 10:00:02.000 UTC [841] ERROR:  cannot execute INSERT in a read-only transaction
        2026-03-01 10:00:03.000 UTC [842] LOG:  connection received
        2026-03-01 10:00:04.000 UTC [843] FATAL:  no pg_hba.conf entry for replication connection
        """);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(text(robot, "#log-sentence")).contains("pg_hba.conf"));
    assertThat(text(robot, "#log-remedy")).contains("reload");
    assertThat(text(robot, "#log-step")).contains("Let the standby connect");
    Looks.inBothThemes(scene, "log-explained");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          robot.lookup(".explanation .button").queryAllAs(Button.class).stream()
              .filter(button -> button.getParent().getParent().isVisible())
              .findFirst()
              .orElseThrow()
              .fire();
          return true;
        });
    assertThat(text(robot, "#log-sentence")).contains("takes no writes");
  }

  @Test
  void explainsNothingThatIsOfThePastUnlessAsked(FxRobot robot) throws IOException {
    explain();
    robot.clickOn("Primary's log");
    StringBuilder log =
        new StringBuilder("LOG:  starting PostgreSQL 18.6\nFATAL:  role \"ada\" does not exist\n");
    log.append("LOG:  database system is shut down\nLOG:  starting PostgreSQL 18.6\n");
    Files.writeString(folder.resolve("primary.log"), log);
    await().until(() -> lastLogLine(robot) == 3);
    assertThat(text(robot, "#log-sentence")).isEmpty();
    robot.clickOn("FATAL:  role \"ada\" does not exist");
    await().untilAsserted(() -> assertThat(text(robot, "#log-past")).contains("started since"));
    assertThat(text(robot, "#log-sentence")).contains("does not have");
    Looks.inBothThemes(scene, "log-past");
  }

  @Test
  void theLineThatIsExplainedStaysInView(FxRobot robot) throws IOException {
    explain();
    robot.clickOn("Primary's log");
    StringBuilder log = new StringBuilder();
    IntStream.range(0, 60).forEach(i -> log.append("LOG:  line ").append(i).append('\n'));
    Files.writeString(folder.resolve("primary.log"), log);
    await().until(() -> lastLogLine(robot) == 59);
    Files.writeString(
        folder.resolve("primary.log"), log + "FATAL:  could not load pg_hba.conf\nLOG:  x\n");
    await().until(() -> !text(robot, "#log-sentence").isEmpty());
    await().until(() -> lastLogLine(robot) == 61);
    assertThat(text(robot, "#log-quoted")).isEmpty();
    Looks.inBothThemes(scene, "log-in-view");
    Files.writeString(
        folder.resolve("primary.log"), "LOG:  x\n".repeat(9), StandardOpenOption.APPEND);
    await().until(() -> lastLogLine(robot) == 70);
    assertThat(text(robot, "#log-quoted")).contains("could not load");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void inALowPaneTheLogIsSeenAndItsExplanationScrolls(double scale, FxRobot robot)
      throws IOException {
    explain();
    robot.clickOn("Primary's log");
    StringBuilder log = new StringBuilder("LOG:  line\n".repeat(60));
    Files.writeString(
        folder.resolve("primary.log"), log.append("FATAL:  could not load pg_hba.conf\n"));
    await().until(() -> !text(robot, "#log-sentence").isEmpty());
    robot.interact(() -> {
      Theme.scaleText(scene, scale);
      tabs.setMaxHeight(150);
    });
    WaitForAsyncUtils.waitForFxEvents();
    ExplanationStrip strip =
        robot.lookup(".explanation").queryAll().stream()
            .map(node -> (ExplanationStrip) node.getParent().getParent().getParent())
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow();
    LineList lines = (LineList) strip.getParent().lookup(".line-list");
    double seen = scale == 1 ? 4 : 1.9;
    await()
        .untilAsserted(() ->
            assertThat(lines.getHeight())
                .as("lines seen")
                .isGreaterThan(seen * lines.getFixedCellSize()));
    double explained = strip.getHeight() / strip.fontProperty().get().getSize();
    assertThat(explained).as("of its text").isGreaterThan(2);
    assertThat(strip.getLayoutX()).as("at its right: both are too low").isPositive();
    Looks.inBothThemes(scene, "log-low-%.1f".formatted(scale));
  }

  private void explain() {
    LogExplainer explainer = new LogExplainer(TestLab.exercise(), new StepTimes(), 18);
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          tabs.explainBy(explainer::explain);
          return true;
        });
  }

  private static int lastLogLine(FxRobot robot) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            robot.lookup(".lines-pane .virtual-flow").queryAllAs(VirtualFlow.class).stream()
                .filter(flow -> flow.getScene() != null && flow.localToScene(0, 0).getX() >= 0)
                .filter(
                    flow -> flow.getParent() instanceof LineList list && !list.getItems().isEmpty())
                .mapToInt(flow ->
                    flow.getLastVisibleCell() == null ? -1 : flow.getLastVisibleCell().getIndex())
                .max()
                .orElse(-1));
  }

  private static String text(FxRobot robot, String id) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            robot.lookup(id).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(""));
  }

  private static int lastVisible(FxRobot robot) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          VirtualFlow<?> flow = robot.lookup("#console .virtual-flow").query();
          return flow.getLastVisibleCell() == null ? -1 : flow.getLastVisibleCell().getIndex();
        });
  }

  private static String clipboard() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> Clipboard.getSystemClipboard().getString());
  }

  private void runSomeSteps() {
    say(
        "streamtest",
        "psql -p 5432 -c \"CREATE TABLE streamtest(x int)\" postgres",
        "CREATE TABLE");
    model.accept(new LabEvent.ActionEnded("streamtest", "exit code 0 after 0.1 s", true));
    model.accept(new LabEvent.Note("describe", "psql 15.18 from /usr/bin runs this"));
    say(
        "describe",
        "psql -p 5433 -c \"\\d\" postgres",
        """
                   List of relations
         Schema |    Name    | Type  |  Owner
        --------+------------+-------+----------
         public | streamtest | table | postgres
        (1 row)
        """);
    model.accept(new LabEvent.ActionEnded("describe", "exit code 0 after 0.1 s", true));
    model.accept(
        new LabEvent.ActionStarted(
            "refused", "psql -p 5433 -c \"INSERT INTO streamtest VALUES (1)\" postgres"));
    model.accept(
        new LabEvent.Output(
            "refused",
            new OutputLine(
                OutputLine.Stream.ERR,
                "ERROR:  cannot execute INSERT in a read-only transaction")));
    model.accept(new LabEvent.ActionEnded("refused", "exit code 1, as expected", true));
    model.accept(new LabEvent.ActionEnded("refused", "exit code 2, expected 0", false));
  }

  private void say(String step, String command, String output) {
    model.accept(new LabEvent.ActionStarted(step, command));
    output
        .lines()
        .forEach(line ->
            model.accept(new LabEvent.Output(step, new OutputLine(OutputLine.Stream.OUT, line))));
  }
}
