package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.deck.Slide;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.Theme;

@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class DeckViewTest {

  private DeckViewModel model;
  private DeckView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new DeckViewModel(Decks.inMemory());
    view = new DeckView(model, PictureStub::new);
    OutlineView outline = new OutlineView(model);
    SplitPane split = new SplitPane(outline, view);
    split.setDividerPositions(0.24);
    scene = new Scene(split, 980, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void withoutADeckItSaysWhatToDo(FxRobot robot) {
    assertThat(robot.lookup("Open one with File → Open deck…").tryQuery()).isPresent();
    Pictures.take(scene, "deck-none");
  }

  @Test
  void keysGoThroughStepsAndSlides(FxRobot robot) {
    open(robot, Decks.FOUR);
    robot.push(KeyCode.RIGHT).push(KeyCode.SPACE);
    assertThat(slideNumber()).as("two steps of the diagram").isEqualTo(1);
    robot.push(KeyCode.PAGE_DOWN);
    assertThat(slideNumber()).isEqualTo(2);
    robot.push(KeyCode.END);
    assertThat(slideNumber()).isEqualTo(4);
    robot.push(KeyCode.LEFT).push(KeyCode.PAGE_UP);
    assertThat(slideNumber()).isEqualTo(2);
    robot.push(KeyCode.HOME);
    assertThat(slideNumber()).isEqualTo(1);
    robot.push(KeyCode.DIGIT3);
    assertThat(robot.lookup("Slide 3 – press Enter").tryQuery()).isPresent();
    robot.push(KeyCode.ENTER);
    assertThat(slideNumber()).isEqualTo(3);
  }

  @Test
  void theArrowsDoNotKeepTheKeyboard(FxRobot robot) {
    open(robot, Decks.FOUR);
    robot.interact(() -> model.goTo(3));
    robot.clickOn(button(robot, "Previous slide (Left)"));
    assertThat(slideNumber()).isEqualTo(2);
    robot.push(KeyCode.END);
    assertThat(slideNumber()).isEqualTo(4);
    robot.clickOn(button(robot, "Next slide (Right)"));
    assertThat(slideNumber()).isEqualTo(4);
  }

  @Test
  void notesAreShownOnDemand(FxRobot robot) {
    open(robot, Decks.FOUR);
    robot.clickOn("Notes");
    assertThat(robot.lookup(".notes").tryQuery()).isPresent();
    Pictures.take(scene, "deck-notes");
    robot.clickOn("Notes");
    assertThat(robot.lookup(".notes").tryQuery()).isEmpty();
  }

  @Test
  void problemsAreCountedAndListed(FxRobot robot) {
    open(robot, "# A\n\n```sh\ncp a b\n");
    robot.clickOn("1 problem");
    ListView<String> list = robot.lookup(".problems").queryListView();
    assertThat(list.getItems()).singleElement().asString().startsWith("deck.md:3: ");
    Pictures.take(scene, "deck-problems");
  }

  @Test
  void theOutlineFollowsAndLeads(FxRobot robot) {
    open(robot, Decks.FOUR);
    ListView<String> outline = robot.lookup(".outline .list-view").queryListView();
    assertThat(outline.getItems()).startsWith("Survive a crash");
    robot.interact(() -> model.goTo(2));
    assertThat(outline.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.clickOn("Settings").push(KeyCode.DOWN);
    assertThat(slideNumber()).isEqualTo(4);
  }

  @Test
  void aSlideSaysWhatHasChangedOnTheChosenVersion(FxRobot robot) {
    open(robot, Decks.FOUR);
    robot.interact(() -> model.goTo(3));
    assertThat(robot.lookup("wal_keep_size = 800MB").tryQuery()).isPresent();
    robot.interact(() -> model.majorProperty().set(9));
    assertThat(robot.lookup("wal_keep_size = 800MB").tryQuery()).isEmpty();
  }

  @Test
  void slidesCanBeRewrittenForOtherPorts(FxRobot robot) {
    open(robot, Decks.FOUR);
    robot.interact(() ->
        model
            .rewritingProperty()
            .set(slide -> new Slide(slide.line(), "Rewritten", slide.blocks(), slide.notes())));
    assertThat(robot.lookup("Rewritten").tryQuery()).isPresent();
  }

  @Test
  void everySlideIsLookedAtInBothThemes(FxRobot robot) {
    open(robot, Decks.FOUR);
    Stream.of(Theme.LIGHT, Theme.DARK)
        .forEach(theme -> {
          robot.interact(theme::install);
          for (int number = 1; number <= 4; number++) {
            int wanted = number;
            robot.interact(() -> model.goTo(wanted));
            Pictures.take(scene, "deck-" + number + "-" + theme.name().toLowerCase(Locale.ROOT));
          }
        });
    robot.interact(() -> view.setBare(true));
    assertThat(robot.lookup(".deck-bar").tryQuery()).isEmpty();
  }

  private void open(FxRobot robot, String text) {
    robot.interact(() -> {
      model.open(Decks.open(text));
      view.focusSlide();
    });
    waitForFxEvents();
  }

  private int slideNumber() {
    waitForFxEvents();
    return model.indexProperty().get() + 1;
  }

  private static Button button(FxRobot robot, String name) {
    return robot
        .lookup(".button")
        .match((Button button) -> name.equals(button.getAccessibleText()))
        .queryButton();
  }
}
