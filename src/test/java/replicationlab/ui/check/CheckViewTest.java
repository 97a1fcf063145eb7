package replicationlab.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.lab.Action;
import replicationlab.lab.Versions;
import replicationlab.ui.FakeLab;
import replicationlab.ui.Looks;
import replicationlab.ui.SampleLab;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.NextLayout;
import replicationlab.ui.kit.Theme;

/** The proof as a student sees it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CheckViewTest {

  private CompletableFuture<ProofReport> proof = new CompletableFuture<>();
  private @Nullable Consumer<CheckResult> row;
  private final FakeLab lab = new FakeLab(0);
  private final CheckViewModel model =
      new CheckViewModel(this::prove, CheckViewModel.Mender.of(lab), FxThread::run);
  private Scene scene;

  @Start
  void start(Stage stage) {
    scene = new Scene(new CheckView(model), 420, 420);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private CompletableFuture<ProofReport> prove(Consumer<CheckResult> asker) {
    row = asker;
    proof = new CompletableFuture<>();
    return proof;
  }

  private void answer(CheckResult... rows) {
    for (CheckResult each : rows) {
      if (row != null) {
        row.accept(each);
      }
    }
    proof.complete(ProofReport.of(List.of(rows)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String headline(FxRobot robot) {
    return robot.lookup("#headline").<Label>query().getText();
  }

  @Test
  void saysWhatToDoBeforeTheFirstCheck(FxRobot robot) {
    Looks.inBothThemes(scene, "check-empty");
    robot.clickOn("Check now");
    assertThat(headline(robot)).isEqualTo("Checking…");
  }

  @Test
  void aProofIsGreenAndItsRowsOpen(FxRobot robot) {
    robot.clickOn("Check now");
    answer(SampleLab.passed(), SampleLab.passed(), SampleLab.passed());
    assertThat(headline(robot)).startsWith("The standby is proven");
    robot.clickOn(robot.lookup(".check-row .line").nth(1).<Node>query());
    assertThat(robot.lookup("5432: f\n5433: t").tryQuery()).isPresent();
    Looks.inBothThemes(scene, "check-passed");
    robot.type(KeyCode.LEFT);
    assertThat(robot.lookup("5432: f\n5433: t").query().getParent().getParent().isVisible())
        .isFalse();
    robot.clickOn(robot.lookup(".check-header .pictured").<Node>query());
    assertThat(
            WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString()))
        .startsWith("The standby is proven");
  }

  @Test
  void upAndDownGoFromRowToRowAndNotToAnotherTab(FxRobot robot) {
    TabPane tabs = new TabPane();
    robot.interact(() -> {
      Parent view = scene.getRoot();
      scene.setRoot(tabs);
      tabs.getTabs().addAll(new Tab("Checker", view), new Tab("Another"));
    });
    robot.clickOn("Check now");
    answer(SampleLab.passed(), SampleLab.passed(), SampleLab.passed());
    List<Node> lines = List.copyOf(robot.lookup(".check-row .line").queryAll());
    robot.interact(() -> lines.getFirst().requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(scene.getFocusOwner()).isSameAs(lines.get(1));
    robot.type(KeyCode.UP);
    assertThat(scene.getFocusOwner()).isSameAs(lines.getFirst());
    assertThat(tabs.getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  void whileADrillIsToBeForeseenItSaysSo(FxRobot robot) {
    BooleanProperty foreseeing = new SimpleBooleanProperty();
    robot.interact(() -> model.holdBackWhile(foreseeing));
    robot.interact(() -> foreseeing.set(true));
    assertThat(robot.lookup("Check now").match(Node::isVisible).tryQuery())
        .hasValueSatisfying(button -> assertThat(isInSight(button)).isFalse());
    Looks.inBothThemes(scene, "check-held-back");
    robot.interact(() -> foreseeing.set(false));
    robot.clickOn("Check now");
    assertThat(headline(robot)).isEqualTo("Checking…");
  }

  private static boolean isInSight(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aFailureSaysCauseAndRemedyWithoutBeingOpened(FxRobot robot) {
    robot.clickOn("Check now");
    answer(SampleLab.passed(), SampleLab.failed(), SampleLab.undetermined());
    assertThat(headline(robot)).startsWith("Not proven");
    Looks.inBothThemes(scene, "check-failed");
  }

  private static CheckResult[] lastFails() {
    CheckResult[] rows = new CheckResult[20];
    Arrays.fill(rows, SampleLab.passed());
    rows[16] = SampleLab.failed();
    return rows;
  }

  /** What waits for the next layout has been done afterwards. */
  private void layOut() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() -> NextLayout.after(scene.getRoot(), () -> done.complete(true)));
    assertThat(done.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Node failed(FxRobot robot) {
    return robot.lookup(".check-row .advice").<Node>query().getParent();
  }

  private static ScrollPane scroll(FxRobot robot) {
    Node rows = robot.lookup(".check-view .rows").query();
    return robot.lookup(".check-view .scroll-pane").queryAllAs(ScrollPane.class).stream()
        .filter(pane -> pane.getContent().equals(rows.getParent()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isIn(FxRobot robot, Node node) {
    return inScene(scroll(robot)).contains(inScene(node));
  }

  @Test
  void whatDidNotPassComesIntoSightAmongMuchThatDid(FxRobot robot) {
    robot.clickOn("Check now");
    answer(lastFails());
    layOut();
    assertThat(isIn(robot, failed(robot))).isTrue();
    Looks.inBothThemes(scene, "check-failed-far-below");
  }

  @Test
  void whoScrollsWhileItChecksStaysThere(FxRobot robot) {
    robot.interact(model::check);
    answer(lastFails());
    layOut();
    ScrollPane scroll = scroll(robot);
    assertThat(scroll.getVvalue()).isPositive();
    robot.interact(() -> scroll.setVvalue(0));
    robot.interact(model::check);
    robot.interact(() -> Event.fireEvent(scroll, wheel()));
    answer(lastFails());
    layOut();
    assertThat(isIn(robot, failed(robot))).isFalse();
  }

  private static ScrollEvent wheel() {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        40,
        0,
        40,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void aSecondCheckKeepsTheOldRowsPaleUntilTheNewOnesCome(FxRobot robot) {
    robot.clickOn("Check now");
    answer(SampleLab.passed(), SampleLab.undetermined());
    Looks.inBothThemes(scene, "check-undetermined");
    Platform.runLater(model::serversChanged);
    WaitForAsyncUtils.waitForFxEvents();
    Looks.inBothThemes(scene, "check-again");
    assertThat(robot.lookup(".check-row").queryAll()).hasSize(2);
    answer(SampleLab.passed());
    assertThat(robot.lookup(".check-row").queryAll()).hasSize(1);
  }

  @Test
  void aRemedyShowsItsLinesIsDoneAtAButtonAndCheckedAgain(FxRobot robot) {
    CheckResult taken =
        new CheckResult(
            "standby-answers",
            Verdict.FAILED,
            "Does the standby answer on port 5433?",
            "SHOW server_version",
            "Connection refused",
            "postmaster.pid was copied from the primary.",
            "Remove the copied file and start the server.\nrm data2/postmaster.pid",
            "copied-pid-file",
            List.of(new Action.Command(0, Versions.ALL, "rm data2/postmaster.pid", false)));
    robot.interact(model::check);
    answer(taken);
    proof.complete(ProofReport.of(List.of(taken)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("rm data2/postmaster.pid").tryQuery()).isPresent();
    robot.clickOn("Do it for me");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lab.applied()).extracting(Action::text).containsExactly("rm data2/postmaster.pid");
    assertThat(model.stageProperty().get()).isEqualTo(CheckViewModel.Stage.CHECKING);
  }
}
