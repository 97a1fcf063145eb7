package replicationlab.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.run.StepState.Status;

/** What has just come, and what is to be done, is in sight. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class StepInSightTest {

  private LabOnStage stage;
  private LabViewModel model;
  private Scene scene;

  @Start
  void start(Stage window) {
    stage = new LabOnStage(window);
    model = stage.model;
    scene = stage.scene;
  }

  @Test
  void whatComesOfAStepThatIsDoneAgainIsSeenWhereverOneHadScrolledTo(FxRobot robot) {
    stage.open(0);
    ScrollPane steps = scrollPaneOf(robot.lookup(".step-body").query());
    robot.interact(() -> scene.getWindow().setHeight(420));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      model.check();
      steps.setVvalue(1);
    });
    stage.end(Status.PASSED, "");
    WaitForAsyncUtils.waitForFxEvents();
    Node outcome = robot.lookup(".outcome").query();
    assertThat(outcome.localToScene(outcome.getBoundsInLocal()).getMinY())
        .isBetween(
            steps.localToScene(0, 0).getY() - 1, steps.localToScene(0, steps.getHeight()).getY());
  }

  @Test
  void theNewestHelpIsInSightAndTheTitleTooWhereBothFit(FxRobot robot) {
    robot.clickOn("#run");
    stage.end(Status.PASSED, "");
    robot.clickOn("#on-my-own");
    robot.interact(() -> scene.getWindow().setHeight(500));
    WaitForAsyncUtils.waitForFxEvents();
    ScrollPane steps = scrollPaneOf(robot.lookup(".step-body").query());
    for (double from : new double[] {1, 0}) {
      robot.interact(() -> {
        steps.setVvalue(from);
        model.askForHelp();
      });
      await()
          .untilAsserted(() -> {
            Bounds seen = steps.localToScene(steps.getBoundsInLocal());
            Node newest = List.<Node>copyOf(robot.lookup(".ladder .passage").queryAll()).getLast();
            assertThat(seen.contains(newest.localToScene(newest.getBoundsInLocal())))
                .as("the newest hint")
                .isTrue();
            assertThat(boundsOf(robot, "#step-hba").getMinY()).isGreaterThan(seen.getMinY() - 1);
          });
    }
    robot.interact(() -> {
      steps.setVvalue(0);
      model.askForHelp();
    });
    await()
        .untilAsserted(() -> {
          Bounds seen = steps.localToScene(steps.getBoundsInLocal());
          Bounds command = boundsOf(robot, ".command");
          assertThat(command.getMinY()).isGreaterThan(seen.getMinY() - 1);
          assertThat(Math.min(command.getMaxY(), command.getMinY() + seen.getHeight() - 1))
              .as("the command's end, or as much as there is room for")
              .isLessThan(seen.getMaxY() + 1);
        });
  }

  @Test
  void theOpenStepIsSeenFromItsBeginningOnceTheHeaderHasLeftTheList(FxRobot robot) {
    stage.open(0);
    Node header = robot.lookup(".lab-header").query();
    robot.interact(() -> scene.getWindow().setHeight(220));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(header.getParent().getStyleClass()).as("low: the header scrolls").contains("steps");
    robot.interact(() -> scene.getWindow().setHeight(500));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(header.getParent().getStyleClass()).contains("lab-view");
    ScrollPane steps = scrollPaneOf(robot.lookup(".step-body").query());
    Bounds seen = steps.localToScene(steps.getBoundsInLocal());
    assertThat(boundsOf(robot, "#step-initdb").getMinY())
        .isBetween(seen.getMinY() - 1, seen.getMinY() + 60);
  }

  @Test
  void theStepScrollsOnWhenThePointerComesOverADiff(FxRobot robot) {
    Node diff = robot.lookup(".diff").query();
    ScrollPane step = scrollPaneOf(diff);
    double before = step.getVvalue();
    Node line = robot.from(diff).lookup(".paragraph-text").query();
    robot.interact(() -> Event.fireEvent(line, wheel(-40)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(step.getVvalue()).isGreaterThan(before);
  }

  private static ScrollEvent wheel(double down) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        10,
        10,
        10,
        10,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        down,
        0,
        down,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private static ScrollPane scrollPaneOf(Node node) {
    Node at = node;
    while (!(at instanceof ScrollPane scroll)) {
      at = at.getParent();
    }
    return scroll;
  }

  private static Bounds boundsOf(FxRobot robot, String selector) {
    Node node = robot.lookup(selector).query();
    return node.localToScene(node.getBoundsInLocal());
  }
}
