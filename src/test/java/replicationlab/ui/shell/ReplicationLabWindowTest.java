package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.evidence.Evidence;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.progress.Help;
import replicationlab.run.StepState;
import replicationlab.run.TestLab;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.Looks;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.lab.LabViewModel;
import replicationlab.ui.shell.ShellView.Part;

/** The whole window over a real lab: what a person does with it on the first afternoon. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ReplicationLabWindowTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** A divider stands at a whole pixel. */
  private static final double A_PIXEL = 0.004;

  private static final Duration UNPACKED = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    PortPair ports = TestLab.freePorts();
    try (SettingsStore store = new SettingsStore(settings(), Duration.ofDays(1), words -> {})) {
      store.update(now ->
          now.with(Settings.Look.LIGHT)
              .with(new Settings.Window(new Settings.Bounds(0, 0, 980, 700), false))
              .with(
                  new Settings.LabChoice(
                      workspace().toString(), "18", ports.primary(), ports.standby())));
    }
    window = open();
  }

  private Path settings() {
    return folder.resolve("settings");
  }

  private Path workspace() {
    return folder.resolve("workspace");
  }

  /** On a stage of its own: what the window does to it must not follow the next test. */
  private ReplicationLabWindow open() {
    return open("");
  }

  private ReplicationLabWindow open(String slide) {
    return WindowOfATest.open(folder.resolve("usual"), settings(), "", slide, TestLab.opener());
  }

  @AfterEach
  void stopEverything() {
    // An opening that is under way would leave a lab behind.
    await().atMost(UNPACKED).until(() -> onFx(() -> window.lab()) != null);
    OpenLab open = window.desk().current();
    if (open != null) {
      open.run().cancel();
      await().atMost(SOON).until(() -> !open.run().busy());
      assertThat(open.bench().stopServers(line -> {})).isTrue();
    }
    waitForAsyncFx(60_000, window::quit);
  }

  private void waitForLab() {
    await().atMost(UNPACKED).until(() -> onFx(() -> window.lab()) != null);
    await().atMost(SOON).ignoreExceptions().until(() -> onFx(() -> list().getItems().size()) == 27);
    waitForFxEvents();
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(10_000, question);
  }

  private ListView<?> list() {
    return (ListView<?>) window.scene().lookup(".outline .list-view");
  }

  private int slide() {
    waitForFxEvents();
    return onFx(() -> list().getSelectionModel().getSelectedIndex()) + 1;
  }

  private Settings.Layout layout() {
    waitForFxEvents();
    return onFx(() -> window.shell().current());
  }

  /** What is remembered is also what is seen. */
  private void assertLayout(Settings.Layout expected) {
    assertThat(layout()).isEqualTo(expected);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(dividers("#upper-split"))
              .containsExactly(
                  new double[] {expected.outlineEnd(), expected.slideEnd()}, within(A_PIXEL));
          assertThat(dividers("#right-split"))
              .containsExactly(new double[] {expected.labEnd()}, within(A_PIXEL));
          if (expected.console()) {
            assertThat(dividers("#all-split"))
                .containsExactly(new double[] {expected.consoleStart()}, within(A_PIXEL));
          }
        });
  }

  private double[] dividers(String split) {
    return onFx(() -> ((SplitPane) window.scene().lookup(split)).getDividerPositions());
  }

  private DiagramView diagram() {
    return onFx(() -> (DiagramView) window.scene().lookup(".slide .diagram-view"));
  }

  private String text(String selector) {
    return onFx(
        () -> window.scene().lookup(selector) instanceof Label label ? label.getText() : "");
  }

  private static void push(FxRobot robot, KeyCode... keys) {
    robot.press(keys).release(keys);
    waitForFxEvents();
  }

  private static List<String> questions(FxRobot robot) {
    return robot.lookup(".dialog-pane").queryAll().stream().map(Node::toString).toList();
  }

  @Test
  void whatWasDoneIsExportedAndAClassIsShownInAWindowOfItsOwn(FxRobot robot) {
    waitForLab();
    OpenLab open = Objects.requireNonNull(window.desk().current());
    Step first = open.run().lab().steps().getFirst();
    assertThat(open.run().run(first).orTimeout(3, TimeUnit.MINUTES).join().status())
        .isEqualTo(StepState.Status.PASSED);
    Path file = folder.resolve("ada.evidence");
    Evidence ada = EvidenceJourney.export(open, "Ada", file).orTimeout(1, TimeUnit.MINUTES).join();
    assertThat(ada.seal().asExported()).as(ada.sentence()).isTrue();
    assertThat(ada.passed()).isEqualTo(1);
    assertThat(ada.machine().postgres()).startsWith("18.");
    Platform.runLater(() -> window.evidenceJourney().showClass());
    waitForFxEvents();
    assertThat(robot.listTargetWindows())
        .anyMatch(
            shown -> shown instanceof Stage stage && stage.getTitle().startsWith("Class overview"));
  }

  @Test
  void theCourseOpensAtItsFirstSlideAndRightStepsTheDiagramFirst(FxRobot robot) {
    waitForLab();
    assertThat(window.stage().getTitle()).startsWith("PostgreSQL High Availability");
    assertThat(slide()).isEqualTo(1);
    int steps = diagram().steps();
    assertThat(steps).isPositive();
    assertLayout(Settings.DEFAULTS.layout());
    Looks.inBothThemes(window.scene(), "window-opened");
    for (int step = 1; step <= steps; step++) {
      robot.type(KeyCode.RIGHT);
      assertThat(slide()).isEqualTo(1);
      assertThat(diagram().momentProperty().get()).isEqualTo(step);
    }
    robot.type(KeyCode.RIGHT);
    assertThat(slide()).isEqualTo(2);
    robot.type(KeyCode.LEFT);
    assertThat(slide()).isEqualTo(1);
  }

  @Test
  void aSecondWindowBeginsWhereTheFirstWasLeft(FxRobot robot) {
    waitForLab();
    robot.type(KeyCode.DIGIT5, KeyCode.ENTER);
    assertThat(slide()).isEqualTo(5);
    robot.type(KeyCode.F8);
    Settings.Layout left = layout();
    waitForAsyncFx(60_000, window::quit);
    assertThat(questions(robot)).as("closing without servers asks nothing").isEmpty();
    assertThat(window.stage().isShowing()).isFalse();
    window = onFx(this::open);
    waitForLab();
    assertThat(slide()).isEqualTo(5);
    assertThat(window.shell().shows(Part.CONSOLE)).isFalse();
    assertLayout(left);
    waitForAsyncFx(60_000, window::quit);
    window = onFx(() -> open("uses-for-replication/1"));
    waitForLab();
    assertThat(slide()).as("a link names another").isEqualTo(1);
    assertThat(diagram().stepProperty().get()).as("and a step").isEqualTo(1);
  }

  @Test
  void theFirstStepRunsByKeyAndAStepsSlideIsOneClickAway(FxRobot robot) {
    waitForLab();
    push(robot, KeyCode.CONTROL, KeyCode.ENTER);
    await().atMost(UNPACKED).until(() -> text("#step-initdb .status").equals("assisted"));
    assertThat(workspace().resolve("data").resolve("PG_VERSION")).hasContent("18");
    assertThat(text("#progress")).startsWith("1 of ");
    Looks.inBothThemes(window.scene(), "window-first-step");
    // No slide explains the first two. In a window this small the lab needs the checker's place.
    robot.type(KeyCode.F4).type(KeyCode.F6).type(KeyCode.F6);
    waitForFxEvents();
    Hyperlink link =
        robot
            .lookup((Node node) ->
                node instanceof Hyperlink it && it.getText().endsWith(" explains it"))
            .query();
    int explained = Integer.parseInt(link.getText().replaceAll("\\D", ""));
    // The list may still scroll to the next step, so that a click could miss where the link was.
    robot.interact(link::fire);
    assertThat(slide()).isEqualTo(explained);
    robot.type(KeyCode.RIGHT);
    assertThat(slide()).as("the keyboard is with the slide").isGreaterThan(explained - 1);
    // And the way back is one key away.
    Button back = robot.lookup("Back to step 3").query();
    assertThat(back.isVisible()).isTrue();
    Looks.inBothThemes(window.scene(), "window-way-back");
    push(robot, KeyCode.CONTROL, KeyCode.B);
    assertThat(back.isVisible()).isFalse();
    assertThat(onFx(() -> Objects.requireNonNull(window.scene().getFocusOwner()).getParent()))
        .isEqualTo(window.scene().lookup("#step-wal"));
    robot.type(KeyCode.F6);
    assertThat(onFx(() -> Objects.requireNonNull(window.lab()).openProperty().get())).isEqualTo(3);
    push(robot, KeyCode.SHIFT, KeyCode.F6);
    assertThat(onFx(() -> Objects.requireNonNull(window.lab()).openProperty().get())).isEqualTo(2);
  }

  @Test
  void theLabIsInTheOutlineWithItsProgressAndComesToTheFront(FxRobot robot) {
    waitForLab();
    int steps = onFx(() -> Objects.requireNonNull(window.lab()).states().size());
    assertThat(text(".outline-progress")).isEqualTo("0/" + steps);
    robot.type(KeyCode.F3);
    waitForFxEvents();
    assertThat(window.shell().shows(Part.LAB)).isFalse();
    robot.clickOn(".outline-labs .button");
    waitForFxEvents();
    assertThat(window.shell().shows(Part.LAB)).isTrue();
    push(robot, KeyCode.CONTROL, KeyCode.ENTER);
    await().atMost(UNPACKED).until(() -> text(".outline-progress").equals("1/" + steps));
  }

  @Test
  void theWayOfDoingLabsAndTheOpenStepAreRememberedWithTheHintsThatWereRead(FxRobot robot) {
    waitForLab();
    robot.clickOn("#on-my-own");
    push(robot, KeyCode.CONTROL, KeyCode.H);
    await().atMost(SOON).until(() -> robot.lookup(".ladder .passage").tryQuery().isPresent());
    robot.type(KeyCode.F6);
    robot.type(KeyCode.F6);
    waitForAsyncFx(60_000, window::quit);
    window = onFx(this::open);
    waitForLab();
    LabViewModel lab = onFx(() -> Objects.requireNonNull(window.lab()));
    assertThat(onFx(() -> lab.openProperty().get())).isEqualTo(2);
    assertThat(onFx(() -> lab.wayProperty().get())).isEqualTo(Settings.Way.ON_MY_OWN);
    assertThat(onFx(() -> lab.states().getFirst().help())).isEqualTo(Help.NUDGE);
    Looks.inBothThemes(window.scene(), "window-on-my-own");
  }

  @Test
  void aCheckWithoutServersIsNotPassedAndSaysWhy(FxRobot robot) {
    waitForLab();
    robot.type(KeyCode.F9);
    await().atMost(SOON).until(() -> text("#headline").matches("(?!Checking|Not checked).+"));
    assertThat(text("#headline").toLowerCase(Locale.ROOT))
        .doesNotContain("is proven")
        .matches("(not proven|could not check): .{20,}");
    assertThat(robot.lookup(".check-row").queryAll()).isNotEmpty();
    Looks.inBothThemes(window.scene(), "window-not-proven");
  }

  @Test
  void aCheckThatHasNotPassedIsMadeAgainWhenAStepHasPassed(FxRobot robot) {
    waitForLab();
    CheckViewModel checker = onFx(() -> Objects.requireNonNull(window.checker()));
    robot.type(KeyCode.F9);
    await().atMost(SOON).until(() -> onFx(checker::verdict) != null);
    // Hidden, it does not follow the servers, which tell by themselves what a step has done.
    robot.interact(() -> window.shell().show(Part.CHECKER, false));
    List<CheckViewModel.Stage> stages = new CopyOnWriteArrayList<>();
    robot.interact(() -> checker.stageProperty().subscribe((was, is) -> stages.add(is)));
    push(robot, KeyCode.CONTROL, KeyCode.ENTER);
    await().atMost(UNPACKED).until(() -> text("#progress").startsWith("1 of "));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(stages)
                .startsWith(CheckViewModel.Stage.CHECKING, CheckViewModel.Stage.CHECKED));
  }

  @Test
  void aClickOnTheSlideOrItsTabGivesItTheKeys(FxRobot robot) {
    waitForLab();
    robot.clickOn("Reading").clickOn("Slide");
    assertSlideHasTheKeys();
    robot.clickOn("Reading").clickOn("Slide").clickOn("#progress");
    robot.clickOn(".slide-title-text");
    assertSlideHasTheKeys();
  }

  private void assertSlideHasTheKeys() {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(onFx(() -> window.scene().getFocusOwner()))
                .isSameAs(window.scene().lookup(".slide-stage .place")));
  }

  @Test
  void presentingFillsTheScreenAndLeavesTheLayoutAsItWas(FxRobot robot) {
    waitForLab();
    Settings.Layout before = layout();
    double height = window.stage().getHeight();
    robot.type(KeyCode.F5);
    await().atMost(SOON).until(() -> window.stage().isFullScreen());
    assertThat(robot.lookup(".menu-bar").tryQuery()).isEmpty();
    robot.type(KeyCode.ESCAPE);
    await()
        .atMost(SOON)
        .until(() -> !window.stage().isFullScreen() && window.stage().getHeight() == height);
    waitForFxEvents();
    assertLayout(before);
    assertSlideHasTheKeys();
  }

  @Test
  void theWholeExerciseRunsByKeyAndTheCheckerProvesIt(FxRobot robot) {
    waitForLab();
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    int steps = onFx(() -> Objects.requireNonNull(window.lab()).states().size());
    await().atMost(UNPACKED).until(() -> text("#progress").equals(steps + " of " + steps));
    robot.type(KeyCode.F9);
    await().atMost(UNPACKED).until(() -> text("#headline").startsWith("The standby is proven"));
    await().atMost(SOON).until(() -> text("#standby .state").equals("streaming"));
    Looks.inBothThemes(window.scene(), "window-proven");
    robot.type(KeyCode.F5);
    waitForFxEvents();
    robot.type(KeyCode.F5);
    // With servers running, closing asks; Esc means to stay.
    Platform.runLater(window::quit);
    await().atMost(SOON).until(() -> !questions(robot).isEmpty());
    waitForAsyncFx(60_000, window::quit);
    assertThat(questions(robot)).as("told to close once more, it asks no second time").hasSize(1);
    robot.type(KeyCode.ESCAPE);
    await().atMost(SOON).until(() -> questions(robot).isEmpty());
    assertThat(window.stage().isShowing()).isTrue();
  }
}
