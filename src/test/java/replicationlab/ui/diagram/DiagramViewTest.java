package replicationlab.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.diagram.DiagramReader;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.Theme;

/** A diagram on a slide: stepped through, bound to running clusters, silent when hidden. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class DiagramViewTest {

  private static final String SOURCE =
      """
      title "Opening"
      caption "All is well."
      node primary server at 3,4 "Primary" bind primary
      node standby server at 12,4 "Standby" bind standby
      edge primary -> standby "WAL" flow
      step "Failure"  fail primary
        caption "The primary is gone."
      step "Promotion" promote standby "New primary"
      """;

  @SuppressWarnings("NullAway.Init")
  private DiagramView view;

  @SuppressWarnings("NullAway.Init")
  private StackPane root;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    view = DiagramView.of(DiagramReader.read(SOURCE));
    root = new StackPane(view);
    Scene scene = new Scene(root, 900, 600);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void keysStepThroughTheMomentsAndStopAtEitherEnd(FxRobot robot) {
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(view.momentProperty().get()).isEqualTo(1);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(view.momentProperty().get()).isEqualTo(2);
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    assertThat(view.momentProperty().get()).isEqualTo(1);
  }

  @Test
  void buttonsDotsAndAClickStepToo(FxRobot robot) {
    robot.clickOn("#diagram-forward");
    assertThat(view.momentProperty().get()).isEqualTo(1);
    robot.clickOn("#diagram-back");
    assertThat(view.momentProperty().get()).isZero();
    robot.clickOn("#node-standby");
    assertThat(view.momentProperty().get()).isEqualTo(1);
  }

  @Test
  void anyStepIsShownFromAnywhereAndOutOfRangeTheNearest() {
    assertThat(view.steps()).isEqualTo(2);
    onFx(() -> view.showStep(2));
    assertThat(view.stepProperty().get()).isEqualTo(2);
    assertThat(view.getAccessibleText()).contains("Promotion");
    onFx(() -> view.showStep(2));
    onFx(() -> view.showStep(99));
    assertThat(view.stepProperty().get()).isEqualTo(2);
    onFx(() -> view.showStep(-1));
    assertThat(view.stepProperty().get()).isZero();
  }

  @Test
  void theWordsForThoseWhoDoNotSeeItFollowTheStep() {
    assertThat(view.getAccessibleText()).contains("Opening", "Primary to Standby: WAL");
    onFx(() -> view.showStep(1));
    assertThat(view.getAccessibleText()).contains("The primary is gone", "Failed: Primary");
  }

  @Test
  void nothingMovesWhileItIsHidden() {
    assertThat(view.isMoving()).isTrue();
    onFx(() -> root.getChildren().clear());
    assertThat(view.isMoving()).isFalse();
    onFx(() -> root.getChildren().add(view));
    assertThat(view.isMoving()).isTrue();
    onFx(() -> root.setVisible(false));
    assertThat(view.isMoving()).isFalse();
    onFx(() -> root.setVisible(true));
    assertThat(view.isMoving()).isTrue();
    onFx(() -> view.setVisible(false));
    assertThat(view.isMoving()).isFalse();
  }

  @Test
  void reducedMotionStandsStillAndStillSteps() {
    onFx(() -> view.reducedMotionProperty().set(true));
    assertThat(view.isMoving()).isFalse();
    onFx(() -> view.showStep(1));
    assertThat(view.isMoving()).isFalse();
    assertThat(view.lookup("#node-primary").getPseudoClassStates()).contains(NodeFigure.FAILED);
  }

  @Test
  void theCaptionTakesTheSameRoomAtEveryStep() {
    double before = view.prefHeight(900);
    onFx(() -> view.showStep(1));
    assertThat(view.prefHeight(900)).isEqualTo(before);
  }

  @Test
  void aBoundNodeShowsWhatItsClusterDoes(FxRobot robot) {
    onFx(() -> view.bind("standby", NodeState.STREAMING, "0 bytes behind"));
    onFx(() -> view.bind("primary", NodeState.FAILED, ""));
    onFx(() -> view.bind("nobody", NodeState.RUNNING, ""));
    Label streaming =
        robot.lookup(".live-badge").queryAllAs(Label.class).stream()
            .filter(label -> label.getText().equals("live: 0 bytes behind"))
            .findFirst()
            .orElseThrow();
    assertThat(streaming.getPseudoClassStates()).contains(NodeState.STREAMING.pseudoClass());
    assertThat(robot.lookup(".live-badge").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("live: failed");
    Pictures.take(root.getScene(), "diagram-live-badges");
  }

  @Test
  void aDiagramWithProblemsIsDrawnAndSaysThem(FxRobot robot) {
    onFx(() ->
        root.getChildren()
            .setAll(
                DiagramView.of(
                    DiagramReader.read(SOURCE + "node x ufo at 8,1 \"X\"\nedge a -> b"))));
    Node list = robot.lookup(".diagram-problems").query();
    assertThat(((Label) list).getText()).contains("Line 9", "ufo", "unknown node");
    assertThat(robot.lookup("#node-primary").tryQuery()).isPresent();
    Pictures.take(root.getScene(), "diagram-with-problems");
  }

  @Test
  void aMissingPictureIsNamedWithItsRemedy(FxRobot robot) {
    onFx(() -> root.getChildren().setAll(new DiagramPlaceholder("./images/ghost.png")));
    assertThat(robot.lookup(".placeholder-title").queryAs(Label.class).getText())
        .contains("./images/ghost.png");
    assertThat(robot.lookup(".placeholder-remedy").queryAs(Label.class).getText())
        .contains("assets/diagrams/ghost.diagram");
    Pictures.take(root.getScene(), "diagram-placeholder");
  }
}
