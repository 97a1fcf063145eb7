package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.ui.FakeLab;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.PlaceView;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.slidelab.SlideRunView;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.Prediction;

/** What a slide's code tells of the slide's questions, and what of it is seen on other slides. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class SlideRunJourneyTest {

  private static final String DECK =
      """
      # Two questions

      Which first?

      - [x] this
      - [ ] that

      ```sh
      psql -p 5432 -c 'SELECT 1' postgres
      ```

      Which then?

      - [x] those
      - [ ] these

      ```sh
      psql -p 5432 -c 'SELECT 2' postgres
      ```

      ***

      # Another

      ```sh
      psql -p 5432 -c 'SELECT 3' postgres
      ```
      """;

  @TempDir private Path folder;

  private final FakeLab lab = new FakeLab(0).holding();
  private final Map<String, Prediction> predictions = new HashMap<>();
  private DeckViewModel deck;
  private SlideRunJourney journey;

  @Start
  void start(Stage stage) throws Exception {
    Theme.LIGHT.install();
    deck = new DeckViewModel(Positions.NONE);
    Path file = Files.writeString(folder.resolve("deck.md"), DECK);
    deck.open(OpenedDeck.open(file, ProgramFiles.find()));
    Answers answers =
        question ->
            predictions.computeIfAbsent(
                question.asked().text(), _ -> new Prediction(question, Prediction.Until.ASKED_FOR));
    Messages messages = new Messages(() -> stage);
    journey = new SlideRunJourney(deck, ProgramFiles.find(), new ConsentJourney(messages), answers);
    StackPane root = new StackPane(new PlaceView(deck, _ -> new StackPane()), journey.view());
    Answers.offer(root, answers);
    root.getStylesheets().add(SlideRunView.SHEET);
    Scene scene = new Scene(root, 960, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  private void run(FxRobot robot, int block) {
    robot.interact(() -> journey.run(journey.blocks().get(block), lab.slideRun()));
  }

  private static List<String> verdicts(FxRobot robot) {
    waitForFxEvents();
    return robot.lookup(".verdict").<Label>queryAll().stream().map(Label::getText).toList();
  }

  @Test
  void aCommandAnswersOnlyTheQuestionBeforeIt(FxRobot robot) {
    robot.clickOn("those");
    run(robot, 1);
    lab.prints("2").endApplied();
    assertThat(verdicts(robot)).containsExactly("Your prediction?", "You predicted it.");
    assertThat(robot.lookup("You predicted: “those”. That is right.").tryQuery()).isPresent();
    robot.interact(() -> deck.goTo(2));
    robot.interact(() -> deck.goTo(1));
    assertThat(verdicts(robot)).containsExactly("Your prediction?", "Your prediction is kept.");

    run(robot, 0);
    lab.prints("1").endApplied();
    assertThat(verdicts(robot))
        .containsExactly("You made no prediction.", "Your prediction is kept.");
    assertThat(deck.placeProperty().get().step()).as("as if it had been stepped to").isEqualTo(1);
  }

  @Test
  void whatAnotherSlideStillRunsIsNotShownOverThisOne(FxRobot robot) {
    run(robot, 0);
    lab.prints("of the first slide");
    robot.interact(() -> deck.goTo(2));
    assertThat(journey.isOpen()).isFalse();
    run(robot, 0);
    lab.prints("more of the first slide").endApplied();
    lab.prints("of the second slide");
    waitForFxEvents();
    String printed = robot.lookup(".printed").<CodeArea>query().getText();
    assertThat(printed).contains("SELECT 3", "of the second slide").doesNotContain("first slide");
    lab.endApplied();
  }
}
