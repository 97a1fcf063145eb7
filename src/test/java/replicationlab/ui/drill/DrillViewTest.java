package replicationlab.ui.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.drill.Drill;
import replicationlab.drill.DrillReader;
import replicationlab.ui.Looks;
import replicationlab.ui.drill.DrillViewModel.Foresight;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;

/** A drill as a student does it: set, foreseen, searched, mended. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class DrillViewTest {

  private static final String DRILLS =
      FakeDrills.DRILL
          + """

          ***

          # Twins {#second-primary}

          The file that makes a standby was cleaned away.

          ```sh
          rm data2/standby.signal
          ```

          ```predict
          standby-answers
          ```
          """;

  private final FakeDrills drills = new FakeDrills();
  private final DrillViewModel model =
      new DrillViewModel(
          DrillReader.read(DRILLS, Set.of("standby-answers")), drills, FxThread::run);
  private Scene scene;

  @Start
  void start(Stage stage) {
    scene = new Scene(new DrillView(model), 440, 620);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aDrillIsSetForeseenMendedAndRemembered(FxRobot robot) {
    Looks.inBothThemes(scene, "drill-list");
    robot.clickOn("One file too many");
    robot.clickOn("Break it");
    robot.clickOn("Does the standby answer?");
    robot.clickOn("Is replay running?");
    assertThat(robot.lookup(".check-box").queryAll()).hasSize(13);
    assertThat(robot.lookup(".check-box").<CheckBox>queryAll())
        .as("each can be answered with yes or no")
        .noneMatch(box -> box.getText().startsWith("How "));
    Looks.inBothThemes(scene, "drill-foresee");
    show(robot, "#judge");
    robot.clickOn("#judge");
    assertThat(model.judgements())
        .extracting(DrillViewModel.Judgement::foresight)
        .contains(Foresight.RIGHT, Foresight.WRONG, Foresight.QUIET);
    robot.clickOn("#check-mend");
    assertThat(model.trouble()).startsWith("Not mended yet");
    Looks.inBothThemes(scene, "drill-search");
    drills.mended = true;
    robot.clickOn("#check-mend");
    Looks.inBothThemes(scene, "drill-mended");
    assertThat(robot.lookup("Mended: the standby is proven again.").tryQuery()).isPresent();
    robot.clickOn("#back");
    assertThat(robot.lookup("1 of 2 mended by you").tryQuery()).isPresent();
  }

  @Test
  void whoDoesNotWantToChooseIsGivenOneThatIsStillToBeMended(FxRobot robot) {
    drills.shown.add("copied-pid-file");
    assertThat(model.toBeMended())
        .extracting(Drill::id)
        .as("what was shown comes last")
        .containsExactly("second-primary", "copied-pid-file");
    robot.clickOn("#any-drill");
    assertThat(model.drill()).isNotNull();
    robot.clickOn("#back");
    drills.shown.clear();
    robot.clickOn("Twins");
    robot.clickOn("#set");
    show(robot, "#judge");
    robot.clickOn("#judge");
    drills.mended = true;
    robot.clickOn("#check-mend");
    WaitForAsyncUtils.waitForFxEvents();
    Looks.inBothThemes(scene, "drill-next");
    robot.clickOn("Next: One file too many");
    assertThat(model.stageProperty().get()).isEqualTo(DrillViewModel.Stage.READING);
    assertThat(model.drill()).extracting(Drill::id).isEqualTo("copied-pid-file");
  }

  @Test
  void theListIsWhereItWasLeft(FxRobot robot) {
    ScrollPane scroll = robot.lookup(".drill-view > .scroll-pane").queryAs(ScrollPane.class);
    robot.interact(() -> {
      scroll.getScene().getWindow().setHeight(200);
      scroll.layout();
      scroll.setVvalue(0.6);
      model.open(model.drills().get(1));
    });
    assertThat(scroll.getVvalue()).isZero();
    robot.interact(model::back);
    assertThat(scroll.getVvalue()).isEqualTo(0.6);
  }

  @Test
  void whoGivesUpSeesTheCauseAndItsLinesBeforeTheyAreCarriedOut(FxRobot robot) {
    robot.clickOn("Twins");
    robot.clickOn("#set");
    show(robot, "#judge");
    robot.clickOn("#judge");
    robot.clickOn("#give-up");
    assertThat(robot.lookup("#answer").tryQuery()).isPresent();
    assertThat(drills.shownCount).isZero();
    Looks.inBothThemes(scene, "drill-answer");
    robot.clickOn("Do it for me");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(drills.shownCount).isEqualTo(1);
    assertThat(model.stageProperty().get()).isEqualTo(DrillViewModel.Stage.MENDED);
  }

  @Test
  void nobodyElseSaysItFirstAndWhatWasMendedElsewhereIsNotOnesOwn(FxRobot robot) {
    ObservableValue<Boolean> foreseeing = model.foreseeing();
    assertThat(foreseeing.getValue()).isFalse();
    robot.clickOn("Twins");
    robot.clickOn("#set");
    assertThat(foreseeing.getValue()).isTrue();
    show(robot, "#judge");
    robot.clickOn("#judge");
    assertThat(foreseeing.getValue()).isFalse();
    robot.interact(model::mendedElsewhere);
    drills.mended = true;
    robot.clickOn("#check-mend");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(drills.solved).isEmpty();
    assertThat(drills.shown).containsExactly("second-primary");
  }

  @Test
  void theKeyboardGoesOnToWhatIsDoneNext(FxRobot robot) {
    robot.clickOn("Twins");
    assertThat(focused()).isEqualTo("set");
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(scene.getFocusOwner()).isInstanceOf(CheckBox.class);
    robot.interact(() -> robot.lookup("#judge").query().requestFocus());
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(focused()).isEqualTo("check-mend");
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(focused()).isEqualTo("check-mend");
  }

  @Test
  void whoComesBackFindsTheDrillAndThePredictionAsTheyWereLeft(FxRobot robot) {
    robot.clickOn("Twins");
    robot.clickOn("#set");
    robot.clickOn("Is replay running?");
    assertThat(afterANewStart().stageProperty().get())
        .as("set, and nothing said yet")
        .isEqualTo(DrillViewModel.Stage.FORESEEING);
    show(robot, "#judge");
    robot.clickOn("#judge");
    DrillViewModel again = afterANewStart();
    assertThat(again.stageProperty().get()).isEqualTo(DrillViewModel.Stage.SEARCHING);
    assertThat(again.judgements()).isNotEmpty().isEqualTo(model.judgements());
    robot.clickOn("#give-up");
    drills.mended = true;
    afterANewStart().check();
    assertThat(drills.solved).as("its answer had been shown before").isEmpty();
    assertThat(drills.shown).containsExactly("second-primary");
  }

  private DrillViewModel afterANewStart() {
    return new DrillViewModel(
        DrillReader.read(DRILLS, Set.of("standby-answers")), drills, Runnable::run);
  }

  private String focused() {
    return scene.getFocusOwner().getId();
  }

  @Test
  void whatKeepsADrillFromBeingSetIsSaidInASentence(FxRobot robot) {
    drills.proven = false;
    robot.clickOn("Twins");
    robot.clickOn("#set");
    assertThat(robot.lookup("A drill begins from a proven standby.").tryQuery()).isPresent();
    Looks.inBothThemes(scene, "drill-trouble");
  }

  /** Scrolls to what is below the edge, as a person would. */
  private static void show(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    robot.interact(() -> scrollPaneOf(node).setVvalue(1));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ScrollPane scrollPaneOf(Node node) {
    Node at = node;
    while (!(at instanceof ScrollPane scroll)) {
      at = at.getParent();
    }
    return scroll;
  }
}
