package replicationlab.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.progress.Help;
import replicationlab.progress.Progress;
import replicationlab.run.StepState.Status;
import replicationlab.ui.FakeLab;
import replicationlab.ui.Looks;
import replicationlab.ui.SampleLab;

/** The guided lab as a student sees it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabViewTest {

  private LabOnStage stage;
  private FakeLab lab;
  private LabViewModel model;
  private Scene scene;

  @Start
  void start(Stage window) {
    stage = new LabOnStage(window);
    lab = stage.lab;
    model = stage.model;
    scene = stage.scene;
  }

  private static List<String> texts(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAllAs(Text.class).stream().map(Text::getText).toList();
  }

  @Test
  void aChangeToASettingsFileIsADiffBesideTheSlidesLine(FxRobot robot) {
    assertThat(robot.lookup(".diff").tryQuery()).isPresent();
    assertThat(texts(robot, ".then-and-now .gone")).contains("wal_keep_segments");
    assertThat(texts(robot, ".then-and-now .come")).contains("wal_keep_size");
    assertThat(
            robot
                .lookup((Label label) -> label.getText().startsWith("Since 13: The amount is"))
                .tryQuery())
        .isPresent();
    Looks.inBothThemes(scene, "lab-diff");
    robot.clickOn("Slide 19 explains it");
    assertThat(stage.visited).containsExactly("slide 19");
  }

  @Test
  void aChangeIsEditedByHandWhereItBegins(FxRobot robot) {
    robot.interact(() -> robot.lookup("Edit it yourself").queryAs(Hyperlink.class).fire());
    assertThat(stage.visited).containsExactly("edit data/postgresql.conf at line 211");
  }

  @Test
  void runsWithTheKeyAndGoesOnAfterAPass(FxRobot robot) {
    robot.clickOn("Check only");
    stage.end(Status.FAILED, "");
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    assertThat(lab.busy()).isTrue();
    Looks.inBothThemes(scene, "lab-running");
    robot.clickOn("#cancel");
    assertThat(lab.cancelled()).isEqualTo(1);
    stage.end(Status.PASSED, "");
    assertThat(model.openProperty().get()).isEqualTo(2);
    assertThat(robot.lookup("#progress").<Label>query().getText()).isEqualTo("2 of 16");
    Looks.inBothThemes(scene, "lab-next");
  }

  @Test
  void aFailureShowsEvidenceCauseAndRemedy(FxRobot robot) {
    stage.open(1);
    robot.clickOn("#run");
    stage.end(Status.FAILED, "pg_ctl: could not start server. Examine the log output.");
    assertThat(robot.lookup("Run SELECT pg_wal_replay_resume(); on 5433.").tryQuery()).isPresent();
    assertThat(robot.lookup("#run").<Button>query().getText()).isEqualTo("Run step 2 again");
    Looks.inBothThemes(scene, "lab-failed");
    robot.clickOn("Show its output");
    assertThat(stage.visited).containsExactly("output");
  }

  @Test
  void aStepThatWaitsSaysForWhich(FxRobot robot) {
    stage.open(6);
    assertThat(robot.lookup("First comes: Write enough WAL, and keep it.").tryQuery()).isPresent();
    assertThat(robot.lookup("#run").<Button>query().isDisabled()).isTrue();
    Looks.inBothThemes(scene, "lab-waiting");
    robot.clickOn((Button) robot.lookup(".code-box .copy").query());
    assertThat(
            WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("cp -p -R data data2");
  }

  @Test
  void aStepThatHasPassedCanBeGoneBackTo(FxRobot robot) {
    lab.keep(afterInitdb("1"));
    Menu back = backMenu(robot);
    Looks.inBothThemes(scene, "lab-menu");
    assertThat(back.getItems())
        .extracting(MenuItem::getText)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("after “Create a cluster”"),
            last -> assertThat(last).isEqualTo("1 checkpoints take 2.9 MB"));
    Platform.runLater(() -> back.getItems().getFirst().fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.visited).containsExactly("back to initdb");
  }

  @Test
  void aDamagedCheckpointStaysInSightAndSaysWhyItCannotBeGoneBackTo(FxRobot robot) {
    lab.keep(afterInitdb("1"), afterInitdb("3"));
    lab.damage("3", "10", "2");
    stage.open(0);
    assertThat(robot.lookup("Return to this point").<Hyperlink>query().isVisible()).isTrue();
    Menu back = backMenu(robot);
    assertThat(back.isDisable()).isFalse();
    assertThat(back.getItems())
        .extracting(MenuItem::isDisable)
        .containsExactly(true, false, true, true, true);
    assertThat(back.getItems())
        .extracting(MenuItem::getText)
        .satisfiesExactly(
            cut -> assertThat(cut).endsWith(" is damaged: its list of files cannot be read"),
            whole -> assertThat(whole).startsWith("after “Create a cluster”"),
            lost ->
                assertThat(lost).isEqualTo("checkpoint 2 is damaged: what it was cannot be read"),
            lost -> assertThat(lost).startsWith("checkpoint 10 "),
            sum -> assertThat(sum).isEqualTo("2 checkpoints take 5.8 MB"));
  }

  @Test
  void whereAllCheckpointsAreDamagedTheMenuStillOpensAndNothingLeadsBack(FxRobot robot) {
    lab.keep(afterInitdb("1"));
    lab.damage("1", "2");
    stage.open(0);
    assertThat(robot.lookup("Return to this point").match(Node::isVisible).tryQuery()).isEmpty();
    assertThat(backMenu(robot).isDisable()).isFalse();
  }

  private static Checkpoint afterInitdb(String number) {
    return new Checkpoint(
        number,
        "initdb",
        Checkpoint.Kind.STEP,
        0,
        "/lab",
        Progress.NONE,
        Set.of(),
        false,
        2_900_000);
  }

  @Test
  void whatWasMovedOutOfTheWayIsToldWithItsSizeAndCanBeDeleted(FxRobot robot) {
    assertThat(menu(robot, "moved").isVisible()).as("where there is nothing").isFalse();
    robot.clickOn("#lab-menu");
    Instant then =
        LocalDateTime.of(2026, 11, 25, 20, 15).atZone(ZoneId.systemDefault()).toInstant();
    lab.moved(
        new MovedFolder("kept/data2-1", 40_000_000, then, false),
        new MovedFolder("data2-201500", 2_900_000, then, true));
    Menu moved = menu(robot, "moved");
    assertThat(moved.isVisible()).isTrue();
    assertThat(moved.getText()).isEqualTo("Moved out of the way: 42.9 MB");
    assertThat(moved.getItems())
        .extracting(MenuItem::getText)
        .containsExactly(
            "data2-201500  2.9 MB, since 25 Nov, 20:15: a server runs in it",
            "Delete kept/data2-1  40.0 MB, since 25 Nov, 20:15…");
    assertThat(moved.getItems()).extracting(MenuItem::isDisable).containsExactly(true, false);
    Platform.runLater(() -> moved.getItems().getLast().fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.visited).containsExactly("delete kept/data2-1");
  }

  private static Menu backMenu(FxRobot robot) {
    return menu(robot, "back");
  }

  private static Menu menu(FxRobot robot, String id) {
    robot.clickOn("#lab-menu");
    WaitForAsyncUtils.waitForFxEvents();
    return (Menu)
        robot.lookup("#lab-menu").<MenuButton>query().getItems().stream()
            .filter(item -> id.equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whereNoStepIsOpenNoRoomIsKeptForItsButtons(FxRobot robot) {
    BorderPane view = robot.lookup(".lab-view").query();
    double heightBefore = view.getCenter().getLayoutBounds().getHeight();
    robot.interact(() -> model.open(LabViewModel.NONE));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.getCenter().getLayoutBounds().getHeight()).isGreaterThan(heightBefore);
  }

  @Test
  void whenAllHavePassedNothingIsLeftToRun(FxRobot robot) {
    assertThat(shown(robot, "#finished")).isFalse();
    robot.clickOn("#run-all");
    assertThat(shown(robot, "#finished")).as("what comes next").isTrue();
    assertThat(robot.lookup("#run-all").<Button>query().isDisabled()).isTrue();
    assertThat(robot.lookup("#progress").<Label>query().getText()).isEqualTo("16 of 16");
    assertThat(robot.lookup("#lab-menu").<MenuButton>query().getItems())
        .filteredOn(item -> "run-all-steps".equals(item.getId()))
        .singleElement()
        .satisfies(item -> assertThat(item.isDisable()).isTrue());
    Looks.inBothThemes(scene, "lab-done");
  }

  @Test
  void whenAllHavePassedTheLabLeadsOnToTheDrills(FxRobot robot) {
    assertThat(shown(robot, "#to-drills")).isFalse();
    robot.clickOn("#run-all");
    stage.open(model.states().size() - 1);
    assertThat(robot.lookup("#to-drills").query().getStyleClass()).contains("accent");
    assertThat(robot.lookup("#run").<Button>query().getText()).isEqualTo("Run step 16 again");
    assertThat(robot.lookup("#run").query().getStyleClass()).doesNotContain("accent");
    robot.clickOn("#to-drills");
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    assertThat(stage.visited).containsExactly("drills", "drills");
    assertThat(lab.busy()).isFalse();
  }

  @Test
  void aLabWithoutDrillsLeadsToNone(FxRobot robot) {
    robot.interact(() -> scene.setRoot(new StackPane(stage.withoutDrills())));
    robot.clickOn("#run-all");
    stage.open(model.states().size() - 1);
    assertThat(shown(robot, "#to-drills")).isFalse();
    assertThat(robot.lookup("#run").query().getStyleClass()).contains("accent");
  }

  @Test
  void onOnesOwnHintsComeOneByOneAndThenTheCommand(FxRobot robot) {
    robot.clickOn("#run");
    stage.end(Status.PASSED, "");
    robot.clickOn("#on-my-own");
    assertThat(shown(robot, ".command")).as("the command").isFalse();
    assertThat(robot.lookup("#run").query().isVisible()).isFalse();
    Looks.inBothThemes(scene, "lab-own");
    assertThat(robot.lookup("#help").<Button>query().getText()).isEqualTo("Nudge");
    robot.clickOn("#help");
    assertThat(robot.lookup("Who may connect from where stands in a file of its own.").tryQuery())
        .isPresent();
    robot.clickOn("#help");
    Looks.inBothThemes(scene, "lab-own-pointer");
    assertThat(shown(robot, ".command")).isFalse();
    assertThat(robot.lookup("#help").<Button>query().getText()).isEqualTo("Command");
    robot.clickOn("#help");
    assertThat(shown(robot, ".command")).isTrue();
    assertThat(robot.lookup("#help").<Button>query().getText()).isEqualTo("Do it for me");
    Looks.inBothThemes(scene, "lab-own-command");
    robot.clickOn("#guided").clickOn("#on-my-own");
    assertThat(robot.lookup("Who may connect from where stands in a file of its own.").tryQuery())
        .as("what was shown stays")
        .isPresent();
  }

  private static boolean shown(FxRobot robot, String selector) {
    return robot.lookup(selector).query().isVisible();
  }

  @Test
  void aFailedCheckOnOnesOwnSaysTheCauseAndKeepsTheRemedy(FxRobot robot) {
    robot.clickOn("#on-my-own").clickOn("#check-only");
    stage.end(Status.FAILED, "");
    assertThat(robot.lookup(SampleLab.failed().cause()).tryQuery()).isPresent();
    assertThat(robot.lookup(SampleLab.failed().remedy()).tryQuery()).isEmpty();
    assertThat(robot.lookup(SampleLab.undetermined().remedy()).tryQuery()).isPresent();
    Looks.inBothThemes(scene, "lab-own-failed");
    robot.clickOn("#help");
    assertThat(robot.lookup(SampleLab.failed().remedy()).tryQuery()).isPresent();
  }

  @Test
  void solvedAssistedAndSkippedAreToldApart(FxRobot robot) {
    robot.clickOn("#run");
    stage.end(Status.PASSED, "");
    robot.clickOn("#on-my-own").clickOn("#check-only");
    stage.end(Status.PASSED, "");
    assertThat(robot.lookup("What happened").tryQuery()).isPresent();
    Looks.inBothThemes(scene, "lab-solved");
    robot.clickOn("#go-on").clickOn("#skip");
    stage.end(Status.PASSED, "");
    assertThat(status(robot, "wal")).isEqualTo("assisted");
    assertThat(status(robot, "hba")).isEqualTo("solved");
    assertThat(status(robot, "start-primary")).isEqualTo("skipped");
    assertThat(robot.lookup("#tally").<Label>query().getText())
        .isEqualTo("PostgreSQL 18.6 · 1 solved, 2 assisted, 1 skipped");
    Looks.inBothThemes(scene, "lab-own-skipped");
    // Back at the solved one everything is to be read, the lab's own way too.
    stage.open(2);
    assertThat(shown(robot, ".command")).isTrue();
  }

  private static String status(FxRobot robot, String step) {
    return robot.lookup("#step-" + step + " .status").<Label>query().getText();
  }

  @Test
  void everythingIsReachedByKeys(FxRobot robot) {
    robot.clickOn("#on-my-own");
    Platform.runLater(() -> scene.lookup("#check-only").requestFocus());
    WaitForAsyncUtils.waitForFxEvents();
    robot.type(KeyCode.TAB, KeyCode.SPACE);
    assertThat(lab.states().get(1).help()).isEqualTo(Help.COMMAND);
    assertThat(scene.getFocusOwner().getId()).as("the focus stays").isEqualTo("help");
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    assertThat(lab.busy()).isTrue();
    stage.end(Status.PASSED, "");
    assertThat(scene.getFocusOwner().getId()).isEqualTo("go-on");
    robot.type(KeyCode.SPACE);
    assertThat(model.openProperty().get()).isEqualTo(2);
  }
}
