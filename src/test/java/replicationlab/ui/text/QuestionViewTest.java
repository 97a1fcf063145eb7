package replicationlab.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** A question is answered by mouse and by keyboard, and then says what was right. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class QuestionViewTest {

  private static final List<Block> ONE =
      DeckReader.blocks(
          """
          What will the standby say to `INSERT`?

          - [ ] It takes the row, sends it to the primary, and waits there until somebody comes and \
          says that it may be kept.

            WAL flows in one direction only.

          - [x] It refuses.

            A server in recovery writes no WAL of its own.

          - [ ] Nothing at all.
          """);

  private static final List<Block> SEVERAL =
      DeckReader.blocks(
          "Which clusters have `streamtest`?\n\n- [x] 5432\n- [x] 5433\n- [ ] none\n");

  private final Map<String, Prediction> kept = new HashMap<>();
  private Prediction.Until until = Prediction.Until.ASKED_FOR;
  private VBox root;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    root = new VBox(20, new Button("before"));
    Answers.offer(
        root,
        question -> kept.computeIfAbsent(question.mark(), mark -> new Prediction(question, until)));
    scene = new Scene(root, 520, 560);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private BlocksView show(FxRobot robot, List<Block> blocks, boolean asSteps) {
    BlocksView view = new BlocksView(picture -> new Text(picture.target()));
    view.setAnswersAreSteps(asSteps);
    robot.interact(() -> {
      view.show(blocks);
      root.getChildren().add(view);
    });
    waitForFxEvents();
    return view;
  }

  private Prediction prediction(List<Block> of) {
    return Objects.requireNonNull(kept.get(((Block.Question) of.getFirst()).mark()));
  }

  private static List<String> verdicts(FxRobot robot) {
    return robot.lookup(".verdict").queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  private static List<ButtonBase> boxes(FxRobot robot) {
    return robot.lookup(".radio-button").queryAllAs(ButtonBase.class).stream().toList();
  }

  @Test
  void aClickOnTheWordsPredictsAndAnotherViewShowsIt(FxRobot robot) {
    show(robot, ONE, false);
    show(robot, ONE, true);
    assertThat(verdicts(robot)).containsExactly("Your prediction?", "Your prediction?");
    robot.clickOn("It refuses.");
    assertThat(prediction(ONE).chosenProperty().get()).isEqualTo(Set.of(1));
    assertThat(verdicts(robot))
        .containsExactly("Your prediction is kept.", "Your prediction is kept.");
    assertThat(robot.lookup(".radio-button:selected").queryAll()).hasSize(2);
    robot.clickOn("Nothing at all.");
    assertThat(prediction(ONE).chosenProperty().get()).as("changed").isEqualTo(Set.of(2));
  }

  @Test
  void theKeyboardPredictsToo(FxRobot robot) {
    show(robot, ONE, false);
    robot.interact(() -> root.lookup(".button").requestFocus());
    robot.push(KeyCode.TAB).push(KeyCode.SPACE);
    assertThat(prediction(ONE).chosenProperty().get()).isEqualTo(Set.of(0));
    robot.push(KeyCode.DOWN);
    waitForFxEvents();
    assertThat(prediction(ONE).chosenProperty().get()).isEqualTo(Set.of(1));
  }

  @Test
  void whoReadsAsksForTheAnswer(FxRobot robot) {
    show(robot, ONE, false);
    robot.clickOn("Nothing at all.").clickOn("Show the answer");
    waitForFxEvents();
    assertThat(verdicts(robot)).containsExactly("You predicted something else.");
    assertThat(robot.lookup(".choice.right").queryAll()).hasSize(1);
    assertThat(robot.lookup(".choice.wrong").queryAll()).hasSize(1);
    assertThat(robot.lookup(".choice-why").<Node>queryAll()).allMatch(Node::isVisible);
    assertThat(boxes(robot))
        .extracting(Node::getAccessibleText)
        .satisfies(texts -> {
          assertThat(texts.get(1)).isEqualTo("Choice 2 of 3: It refuses., right");
          assertThat(texts.get(2)).isEqualTo("Choice 3 of 3: Nothing at all., not so");
        });
    robot.clickOn("It refuses.");
    assertThat(prediction(ONE).chosenProperty().get()).as("too late").isEqualTo(Set.of(2));
    assertThat(prediction(ONE).told())
        .isEqualTo("You predicted: “Nothing at all”. The answer: “It refuses”.");
    Looks.inBothThemes(scene, "question-answered");
  }

  @Test
  void onASlideTheAnswerIsAStepAndCanBeTakenBack(FxRobot robot) {
    BlocksView view = show(robot, ONE, true);
    assertThat(view.steps()).isEqualTo(1);
    double height = view.getHeight();
    robot.interact(() -> view.showStep(0, true));
    robot.clickOn("It refuses.");
    robot.interact(() -> view.showStep(1, true));
    waitForFxEvents();
    assertThat(verdicts(robot)).containsExactly("You predicted it.");
    assertThat(view.getHeight()).as("nothing moves").isEqualTo(height);
    robot.interact(() -> view.showStep(0, true));
    assertThat(verdicts(robot)).containsExactly("Your prediction is kept.");
    robot.interact(() -> view.showStep(1, false));
    assertThat(verdicts(robot)).as("on paper").containsExactly("Your prediction is kept.");
  }

  @Test
  void severalAreTickedAndCountTogether(FxRobot robot) {
    show(robot, SEVERAL, false);
    robot.clickOn("5432");
    assertThat(prediction(SEVERAL).isRight()).isFalse();
    robot.clickOn("5433");
    assertThat(prediction(SEVERAL).isRight()).isTrue();
    Looks.inBothThemes(scene, "question-several");
    robot.clickOn("5432").clickOn("5433");
    assertThat(prediction(SEVERAL).chosenProperty().get()).as("open again").isNull();
  }

  @Test
  void whoRunsCanLeaveItOutAndStillPredict(FxRobot robot) {
    until = Prediction.Until.RUN;
    show(robot, ONE, false);
    robot.clickOn("Skip the question");
    waitForFxEvents();
    assertThat(prediction(ONE).chosenProperty().get()).isEmpty();
    assertThat(verdicts(robot)).containsExactly("Skipped.");
    robot.clickOn("It refuses.");
    assertThat(prediction(ONE).chosenProperty().get()).isEqualTo(Set.of(1));
    robot.interact(() -> prediction(ONE).shownProperty().set(true));
    assertThat(verdicts(robot)).containsExactly("You predicted it.");
  }
}
