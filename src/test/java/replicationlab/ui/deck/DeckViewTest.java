package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
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
import replicationlab.ui.text.ProseView;

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
    model = new DeckViewModel(Decks.inMemory(), Decks.STEPS);
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
  void theAnswerToAQuestionIsAStepAndItsChoicesKeepTheirKeys(FxRobot robot) {
    open(robot, "# Ask\n\nWhich?\n\n- [ ] this\n- [x] that\n\n+ last\n\n***\n\n# Next\n");
    assertThat(model.stepsProperty().get()).isEqualTo(2);
    robot.clickOn("that");
    robot.push(KeyCode.SPACE);
    assertThat(model.placeProperty().get().step()).as("the mouse leaves the keys").isEqualTo(1);
    assertThat(robot.lookup("You predicted it.").tryQuery()).isPresent();
    robot.push(KeyCode.LEFT);
    assertThat(robot.lookup("You predicted it.").tryQuery()).isEmpty();
    RadioButton box = robot.lookup(".radio-button").queryAs(RadioButton.class);
    robot.interact(box::requestFocus);
    robot.push(KeyCode.SPACE).push(KeyCode.UP).push(KeyCode.DOWN);
    assertThat(model.placeProperty().get().step()).as("with a choice in focus").isZero();
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(slideNumber()).isEqualTo(2);
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
    assertThat(slideNumber()).as("back from 4 to 3 to the last step of 2").isEqualTo(2);
    assertThat(robot.lookup("Step 2 of 2").tryQuery()).isPresent();
    robot.push(KeyCode.HOME);
    assertThat(slideNumber()).isEqualTo(1);
    robot.push(KeyCode.DIGIT3);
    assertThat(robot.lookup("Slide 3 – press Enter").tryQuery()).isPresent();
    robot.push(KeyCode.ENTER);
    assertThat(slideNumber()).isEqualTo(3);
  }

  @Test
  void bulletsAppearOneByOneAndKeepTheirRoom(FxRobot robot) {
    open(robot, "# A\n\n* from the start\n+ first\n+ second\n  * with it\n\nBelow\n");
    Node below = robot.lookup(".prose").match(prose("Below")).query();
    double before = below.localToScene(0, 0).getY();
    assertThat(visible(robot)).containsExactly("from the start", "Below");
    robot.push(KeyCode.SPACE);
    assertThat(visible(robot)).containsExactly("from the start", "first", "Below");
    assertThat(robot.lookup("Step 1 of 2").tryQuery()).isPresent();
    robot.push(KeyCode.SPACE);
    assertThat(visible(robot))
        .containsExactly("from the start", "first", "second", "with it", "Below");
    assertThat(below.localToScene(0, 0).getY()).isEqualTo(before);
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    assertThat(visible(robot)).containsExactly("from the start", "Below");
  }

  @Test
  void aStepThatIsTakenInADiagramIsTakenEverywhere(FxRobot robot) {
    open(robot, "# A\n\n+ first\n\n![](a.png)\n\n![](b.png)\n");
    List<PictureStub> diagrams =
        List.copyOf(robot.from(view).lookup(".picture-stub").queryAllAs(PictureStub.class));
    robot.interact(() -> diagrams.getLast().showStep(1));
    assertThat(model.placeProperty().get()).extracting(Place::step).isEqualTo(1 + 2 + 1);
    assertThat(visible(robot)).containsExactly("first");
    assertThat(diagrams.getFirst().stepProperty().get()).as("comes before it").isEqualTo(2);
  }

  @Test
  void severalViewsShowOneModel(FxRobot robot) {
    robot.interact(() -> {
      PlaceView audience = new PlaceView(model, PictureStub::new);
      PlaceView next =
          new PlaceView(model, model.placeProperty().map(_ -> model.after()), PictureStub::new);
      scene.setRoot(new HBox(view, audience, next));
    });
    open(robot, "# A\n\n+ first\n+ second\n\n***\n\n# B\n");
    robot.push(KeyCode.SPACE);
    assertThat(visible(robot))
        .as("here, there, and one step on")
        .containsExactly("first", "first", "first", "second");
    robot.push(KeyCode.SPACE);
    assertThat(robot.lookup("B").tryQuery()).as("what comes next").isPresent();
    robot.push(KeyCode.SPACE);
    assertThat(robot.lookup("The end").tryQuery()).as("after the last").isPresent();
  }

  private static List<String> visible(FxRobot robot) {
    waitForFxEvents();
    return robot.lookup(".slide .prose").queryAllAs(ProseView.class).stream()
        .filter(DeckViewTest::isShown)
        .map(ProseView::getAccessibleText)
        .toList();
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private static Predicate<Node> prose(String words) {
    return node -> words.equals(node.getAccessibleText());
  }

  @Test
  void theArrowsDoNotKeepTheKeyboard(FxRobot robot) {
    open(robot, Decks.FOUR);
    robot.interact(() -> model.goTo(3));
    robot.clickOn(button(robot, "Back (Left)"));
    assertThat(slideNumber()).isEqualTo(2);
    robot.push(KeyCode.END);
    assertThat(slideNumber()).isEqualTo(4);
    robot.clickOn(button(robot, "On (Right)"));
    assertThat(slideNumber()).isEqualTo(4);
  }

  @Test
  void neitherDoesAButtonOnTheSlide(FxRobot robot) {
    open(robot, "# A\n\n```sh\npsql\n```\n\n***\n# B\n");
    robot.clickOn(".copy-button");
    robot.push(KeyCode.SPACE);
    assertThat(slideNumber()).isEqualTo(2);
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
  void notesAreRewrittenAsTheirSlideIs(FxRobot robot) {
    open(robot, "# Ask\n\nIt.\n\n<!-- Ask 5433. -->\n");
    robot.clickOn("Notes");
    assertThat(robot.lookup("Ask 5433.").tryQuery()).isPresent();
    robot.interact(() ->
        model
            .rewritingProperty()
            .set(slide -> new Slide(slide.line(), slide.title(), slide.blocks(), "Ask 6433.")));
    assertThat(robot.lookup("Ask 6433.").tryQuery()).isPresent();
    assertThat(robot.lookup("Ask 5433.").tryQuery()).isEmpty();
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
