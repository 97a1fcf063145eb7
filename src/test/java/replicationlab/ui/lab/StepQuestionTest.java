package replicationlab.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.run.StepState.Status;
import replicationlab.ui.FakeLab;
import replicationlab.ui.Looks;
import replicationlab.ui.SampleLab;
import replicationlab.ui.Stillness;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.BlocksView;

/**
 * A step asks before its command runs, waits for nobody, and tells the answer beside the result.
 */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class StepQuestionTest {

  private final FakeLab lab = new FakeLab(13);
  private LabViewModel model;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new LabViewModel(lab, "18.6", Runnable::run, FxThread::run);
    scene = new Scene(view(), 420, 760);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  /** The open step comes into sight once there is a layout. */
  @BeforeEach
  void standStill(FxRobot robot) {
    Stillness.of(robot.lookup(".question").query());
  }

  private LabView view() {
    return new LabView(
        model,
        blocks -> {
          BlocksView view = new BlocksView(picture -> new Text(picture.target()));
          view.show(blocks);
          return view;
        },
        new LabLinks(
            _ -> {}, () -> {}, () -> {}, _ -> {}, (_, _) -> {}, _ -> {}, _ -> {}, () -> {}, null));
  }

  private static double top(Node node) {
    return node.localToScene(0, 0).getY();
  }

  private static boolean asks(FxRobot robot) {
    return robot.lookup("#asks").query().isVisible();
  }

  private void passes(FxRobot robot) {
    robot.interact(() -> lab.end(Status.PASSED, "", List.of(SampleLab.passed())));
    waitForFxEvents();
  }

  @Test
  void theQuestionStandsBeforeTheCommandAndItsAnswerBesideTheResult(FxRobot robot) {
    assertThat(top(robot.lookup(".question").query()))
        .isLessThan(top(robot.lookup(".command").query()));
    assertThat(asks(robot)).isTrue();
    Looks.inBothThemes(scene, "lab-question");
    robot.clickOn("streamtest");
    assertThat(lab.predictions()).containsEntry("describe", Set.of(1));
    assertThat(asks(robot)).isFalse();
    robot.clickOn("#run");
    passes(robot);
    assertThat(model.openProperty().get()).as("there is something to read").isEqualTo(13);
    assertThat(robot.lookup("You predicted something else.").tryQuery()).isPresent();
    assertThat(top(robot.lookup(".outcome .question").query()))
        .isGreaterThan(top(robot.lookup(".command").query()));
    Looks.inBothThemes(scene, "lab-question-answered");
  }

  @Test
  void runningDoesNotWaitForAPrediction(FxRobot robot) {
    robot.clickOn("#run");
    passes(robot);
    assertThat(robot.lookup("You made no prediction.").tryQuery()).isPresent();
    assertThat(lab.predictions()).isEmpty();
    assertThat(asks(robot)).isFalse();
  }

  @Test
  void aFailureDoesNotGiveTheAnswerAway(FxRobot robot) {
    robot.clickOn("#run");
    robot.interact(() -> lab.end(Status.FAILED, "", List.of(SampleLab.failed())));
    waitForFxEvents();
    assertThat(robot.lookup("Your prediction?").tryQuery()).isPresent();
    assertThat(robot.lookup(".choice.right").tryQuery()).isEmpty();
  }

  @Test
  void theReminderLeadsToTheQuestionAndSkippingEndsIt(FxRobot robot) {
    robot.clickOn("#asks");
    assertThat(scene.getFocusOwner().getAccessibleText()).startsWith("Choice 1 of 3: firsttest");
    robot.clickOn("Skip the question");
    waitForFxEvents();
    assertThat(asks(robot)).isFalse();
    assertThat(lab.predictions()).containsEntry("describe", Set.of());
  }

  @Test
  void anotherStartKnowsThePrediction(FxRobot robot) {
    robot.clickOn("firsttest").clickOn("streamtest");
    robot.interact(() -> {
      model = new LabViewModel(lab, "18.6", Runnable::run, FxThread::run);
      scene.setRoot(view());
    });
    waitForFxEvents();
    assertThat(robot.lookup("Your prediction is kept.").tryQuery()).isPresent();
    assertThat(robot.lookup(".check-box:selected").queryAll()).hasSize(2);
    assertThat(asks(robot)).isFalse();
  }
}
