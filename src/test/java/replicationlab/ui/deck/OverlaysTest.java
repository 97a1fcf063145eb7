package replicationlab.ui.deck;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.kit.Theme;

/** What lies over the slide: each opens with its key, does its work, and closes with Esc. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class OverlaysTest {

  private DeckViewModel model;
  private DeckView view;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new DeckViewModel(Decks.inMemory(), Decks.STEPS);
    view = new DeckView(model, PictureStub::new);
    Scene scene = new Scene(view, 980, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    model.open(Decks.open(Decks.FOUR));
    view.focusSlide();
  }

  @Test
  void aLetterOpensThemAndEscClosesThemAndGivesTheKeyboardBack(FxRobot robot) {
    for (KeyCode key : List.of(KeyCode.O, KeyCode.G, KeyCode.SLASH, KeyCode.F1)) {
      robot.push(key);
      assertThat(overlays(robot)).as(key.getName()).hasSize(1);
      robot.push(KeyCode.ESCAPE);
      assertThat(overlays(robot)).as(key.getName()).isEmpty();
      robot.push(KeyCode.HOME).push(KeyCode.END);
      assertThat(slide()).as("the keyboard after " + key.getName()).isEqualTo(4);
    }
  }

  @Test
  void lettersInAFieldAreLetters(FxRobot robot) {
    robot.push(KeyCode.G);
    robot.push(KeyCode.B).push(KeyCode.W).push(KeyCode.O).push(KeyCode.DIGIT1);
    waitForFxEvents();
    assertThat(field(robot).getText()).isEqualTo("bwo1");
    assertThat(overlays(robot)).hasSize(1);
    assertThat(model.showState().curtainProperty().get()).isEqualTo(ShowState.Curtain.OPEN);
    assertThat(model.typedProperty().get()).isEmpty();
  }

  @Test
  void aNumberThatWasBegunIsForgottenWhereWordsAreWritten(FxRobot robot) {
    robot.push(KeyCode.DIGIT4).push(KeyCode.G);
    type(robot, "s 3");
    assertThat(field(robot).getText()).isEqualTo("s 3");
    assertThat(overlays(robot)).hasSize(1);
    assertThat(slide()).isEqualTo(1);
  }

  @Test
  void aNumberOrSomeLettersJump(FxRobot robot) {
    robot.push(KeyCode.G).push(KeyCode.DIGIT3).push(KeyCode.ENTER);
    assertThat(slide()).isEqualTo(3);
    robot.push(KeyCode.G);
    type(robot, "prv");
    assertThat(list(robot).getItems()).singleElement().isEqualTo(3);
    robot.push(KeyCode.ENTER);
    assertThat(slide()).isEqualTo(4);
    robot.push(KeyCode.G).push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertThat(slide()).as("chosen in the list").isEqualTo(2);
    robot.push(KeyCode.G);
    type(robot, "zzz");
    assertThat(robot.lookup("No slide has this number or title.").tryQuery()).isPresent();
    robot.push(KeyCode.ENTER);
    assertThat(overlays(robot)).as("there is nothing to go to").hasSize(1);
  }

  @Test
  void searchGoesToTheWordAndMarksIt(FxRobot robot) {
    robot.push(KeyCode.SLASH);
    type(robot, "READS GO");
    await().atMost(30, SECONDS).until(() -> list(robot).getItems().size() == 1);
    robot.push(KeyCode.ENTER);
    assertThat(slide()).isEqualTo(2);
    Node marked = robot.lookup(".slide .sought").query();
    assertThat(((Text) marked).getText()).isEqualTo("Reads go");
    robot.push(KeyCode.HOME);
    assertThat(robot.lookup(".sought").tryQuery()).as("on another slide").isEmpty();
  }

  @Test
  void wordsThatOnlyTheNotesHaveAreShownThere(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.F);
    type(robot, "lost");
    await().atMost(30, SECONDS).until(() -> list(robot).getItems().size() == 1);
    assertThat(robot.lookup(".hit-slide").<Labeled>query().getText())
        .isEqualTo("1  Survive a crash – notes");
    robot.push(KeyCode.ENTER);
    waitForFxEvents();
    assertThat(robot.lookup(".notes .sought").tryQuery()).isPresent();
    robot.push(KeyCode.CONTROL, KeyCode.F);
    type(robot, "nowhere");
    await()
        .atMost(30, SECONDS)
        .until(() ->
            robot.lookup("Neither slides nor notes have these words.").tryQuery().isPresent());
  }

  @Test
  void notesAreScrolledToTheWordThatWasFoundThere(FxRobot robot) {
    String lines = "Words before it.\n\n".repeat(60) + "The needle.\n";
    robot.interact(
        () -> model.open(Decks.open("# A needle\n\n* words\n\n<!--\n" + lines + "-->\n")));
    robot.push(KeyCode.SLASH);
    type(robot, "needle");
    await().atMost(30, SECONDS).until(() -> list(robot).getItems().size() == 2);
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    ScrollPane notes = robot.lookup(".notes").query();
    await().atMost(30, SECONDS).until(() -> notes.getVvalue() > 0.5);
    Node word = robot.lookup(".notes .sought").query();
    assertThat(notes.localToScene(notes.getLayoutBounds()).getMaxY())
        .isGreaterThan(word.localToScene(word.getLayoutBounds()).getMaxY());
  }

  @Test
  void theOverviewShowsRealSlidesAndGoesThere(FxRobot robot) {
    robot.interact(() -> model.goTo(2));
    robot.push(KeyCode.O);
    await().atMost(30, SECONDS).until(() -> pictured(robot) == 4);
    assertThat(tiles(robot, "current")).containsExactly("2  Spread the reads");
    assertThat(tiles(robot, "chosen")).containsExactly("2  Spread the reads");
    robot.push(KeyCode.RIGHT);
    assertThat(tiles(robot, "chosen")).containsExactly("3  Settings");
    robot.push(KeyCode.UP);
    assertThat(tiles(robot, "chosen")).containsExactly("1  Survive a crash");
    robot.push(KeyCode.END).push(KeyCode.ENTER);
    assertThat(slide()).isEqualTo(4);
    assertThat(overlays(robot)).isEmpty();
  }

  @Test
  void theOverviewFollowsTheColours(FxRobot robot) {
    robot.push(KeyCode.O);
    await().atMost(30, SECONDS).until(() -> pictured(robot) == 4);
    assertThat(corner(robot).getBrightness()).isGreaterThan(0.8);
    robot.interact(Theme.DARK::install);
    await().atMost(30, SECONDS).until(() -> pictured(robot) == 4);
    await().atMost(30, SECONDS).until(() -> corner(robot).getBrightness() < 0.3);
  }

  private static Color corner(FxRobot robot) {
    return waitForAsyncFx(
        10_000,
        () ->
            robot
                .lookup(".overview-frame .image-view")
                .queryAs(ImageView.class)
                .getImage()
                .getPixelReader()
                .getColor(3, 3));
  }

  @Test
  void theOverviewIsFilteredAndClicked(FxRobot robot) {
    robot.push(KeyCode.O);
    type(robot, "sett");
    assertThat(robot.lookup(".overview-tile").queryAll()).hasSize(1);
    robot.clickOn(".overview-tile");
    assertThat(slide()).isEqualTo(3);
    robot.push(KeyCode.O);
    type(robot, "qqq");
    assertThat(robot.lookup("No slide has this title.").tryQuery()).isPresent();
    robot.push(KeyCode.ENTER);
    assertThat(slide()).as("nothing to go to").isEqualTo(3);
  }

  @Test
  void theOverviewOfTenThousandSlidesBuildsOnlyWhatIsSeen(FxRobot robot) {
    robot.interact(() -> model.open(Decks.open("# Same\n\n* text\n\n***\n\n".repeat(10_000))));
    robot.push(KeyCode.O);
    await().atMost(60, SECONDS).until(() -> pictured(robot) >= 6);
    assertThat(robot.lookup(".overview-tile").queryAll()).hasSizeLessThan(40);
    robot.push(KeyCode.END);
    waitForFxEvents();
    assertThat(tiles(robot, "chosen")).singleElement().asString().startsWith("10000  ");
    robot.push(KeyCode.ENTER);
    assertThat(slide()).isEqualTo(10_000);
  }

  @Test
  void aClickBesideAnOverlayClosesIt(FxRobot robot) {
    robot.push(KeyCode.F1);
    assertThat(robot.lookup("→, ↓, Space, Enter, N, Page Down").tryQuery()).isPresent();
    robot.clickOn(robot.offset(view, Pos.TOP_LEFT, new Point2D(8, 8)));
    assertThat(overlays(robot)).isEmpty();
  }

  private static void type(FxRobot robot, String words) {
    robot.write(words);
    waitForFxEvents();
  }

  private static TextField field(FxRobot robot) {
    return robot.lookup(".overlay .text-field").query();
  }

  private static ListView<?> list(FxRobot robot) {
    return robot.lookup(".overlay .list-view").query();
  }

  private static Set<Node> overlays(FxRobot robot) {
    waitForFxEvents();
    return robot.lookup(".overlay").queryAll();
  }

  private static long pictured(FxRobot robot) {
    return waitForAsyncFx(
        10_000,
        () ->
            robot.lookup(".overview-frame .image-view").queryAllAs(ImageView.class).stream()
                .filter(image -> image.getImage() != null)
                .count());
  }

  private static List<String> tiles(FxRobot robot, String state) {
    waitForFxEvents();
    return robot.lookup(".overview-tile .label").queryAllAs(Label.class).stream()
        .filter(label ->
            label.getParent().getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
        .map(Labeled::getText)
        .toList();
  }

  private int slide() {
    waitForFxEvents();
    return model.indexProperty().get() + 1;
  }
}
