package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.deck.ShowState.Curtain;
import replicationlab.ui.kit.Theme;

/** Each key on a slide, the curtain, the magnified slide, and the canvas of 16:9. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class SlideStageTest {

  private final List<String> asked = new ArrayList<>();
  private DeckViewModel model;
  private DeckView view;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new DeckViewModel(Decks.inMemory(), Decks.STEPS);
    view = new DeckView(model, PictureStub::new);
    view.setActions(new Asked());
    Scene scene = new Scene(view, 1000, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    model.open(Decks.open(Decks.FOUR));
    view.focusSlide();
  }

  @Test
  void eachKeyMoves(FxRobot robot) {
    for (KeyCode on :
        List.of(
            KeyCode.RIGHT,
            KeyCode.DOWN,
            KeyCode.SPACE,
            KeyCode.ENTER,
            KeyCode.N,
            KeyCode.PAGE_DOWN)) {
      robot.interact(() -> model.goTo(1));
      robot.push(on);
      assertThat(place()).as(on.getName()).isEqualTo("1/1");
    }
    for (KeyCode back :
        List.of(KeyCode.LEFT, KeyCode.UP, KeyCode.P, KeyCode.PAGE_UP, KeyCode.BACK_SPACE)) {
      robot.interact(() -> model.goTo(3));
      robot.push(back);
      assertThat(place()).as(back.getName()).isEqualTo("2/2");
    }
    robot.push(KeyCode.SHIFT, KeyCode.SPACE);
    assertThat(place()).isEqualTo("2/1");
    for (KeyCode skip : List.of(KeyCode.LEFT, KeyCode.UP, KeyCode.PAGE_UP)) {
      robot.interact(() -> model.goTo(2, 2));
      robot.push(KeyCode.ALT, skip);
      assertThat(place()).as("Alt and " + skip.getName()).isEqualTo("1/0");
    }
    for (KeyCode skip : List.of(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.PAGE_DOWN)) {
      robot.interact(() -> model.goTo(1));
      robot.push(KeyCode.ALT, skip);
      assertThat(place()).as("Alt and " + skip.getName()).isEqualTo("2/0");
    }
    robot.push(KeyCode.END);
    assertThat(place()).isEqualTo("4/0");
    robot.push(KeyCode.HOME);
    assertThat(place()).isEqualTo("1/0");
    robot.push(KeyCode.DIGIT3).push(KeyCode.ENTER);
    assertThat(place()).isEqualTo("3/0");
    robot.push(KeyCode.DIGIT1).push(KeyCode.ESCAPE).push(KeyCode.ENTER);
    assertThat(place()).as("Esc forgets the digit").isEqualTo("4/0");
  }

  @Test
  void whatTheWindowDoesIsAskedOfIt(FxRobot robot) {
    robot.interact(() -> model.goTo(3));
    robot.push(KeyCode.F5).push(KeyCode.F).push(KeyCode.S).push(KeyCode.X).push(KeyCode.E);
    robot.push(KeyCode.D).push(KeyCode.CONTROL, KeyCode.P).push(KeyCode.CONTROL, KeyCode.L);
    assertThat(place()).isEqualTo("3/0");
    robot.push(KeyCode.SHIFT, KeyCode.F5);
    assertThat(place()).as("from the beginning").isEqualTo("1/0");
    assertThat(asked)
        .containsExactly(
            "present", "present", "presenter", "swap", "erase", "dark", "pen", "laser", "start");
  }

  @Test
  void aClickerGoesBlankAndOn(FxRobot robot) {
    robot.push(KeyCode.PERIOD);
    assertThat(curtain()).isEqualTo(Curtain.BLACK);
    assertThat(robot.lookup(".curtain").query().isVisible()).isTrue();
    robot.push(KeyCode.B);
    assertThat(curtain()).isEqualTo(Curtain.OPEN);
    robot.push(KeyCode.W);
    assertThat(curtain()).isEqualTo(Curtain.WHITE);
    robot.push(KeyCode.COMMA);
    assertThat(curtain()).isEqualTo(Curtain.OPEN);
    robot.push(KeyCode.B).push(KeyCode.ESCAPE);
    assertThat(curtain()).isEqualTo(Curtain.OPEN);
    robot.push(KeyCode.B).push(KeyCode.PAGE_DOWN);
    assertThat(curtain()).as("going on opens it").isEqualTo(Curtain.OPEN);
    assertThat(place()).isEqualTo("1/1");
    assertThat(robot.lookup(".curtain").query().isVisible()).isFalse();
  }

  @Test
  void aSlideIsMagnifiedByKeysAndAgainWhole(FxRobot robot) {
    double before = slideBounds().getWidth();
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(slideBounds().getWidth()).isCloseTo(before * 1.5625, within(2.0));
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(slideBounds().getWidth()).isCloseTo(before * 1.25, within(2.0));
    robot.push(KeyCode.RIGHT);
    assertThat(slideBounds().getWidth()).as("a step stays").isCloseTo(before * 1.25, within(2.0));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(slideBounds().getWidth()).isCloseTo(before, within(1.0));
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.ESCAPE);
    assertThat(model.showState().zoomProperty().get()).isEqualTo(1);
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.END);
    assertThat(model.showState().zoomProperty().get()).as("another slide").isEqualTo(1);
  }

  @Test
  void aClickWithCtrlGoesInThereAndDrawingMovesIt(FxRobot robot) {
    robot.interact(() -> model.goTo(2));
    Point2D there = robot.offset(view, Pos.TOP_LEFT, new Point2D(300, 200)).query();
    Point2D under = slideNode().screenToLocal(there);
    clickWithCtrl(robot, there);
    assertThat(model.showState().zoomProperty().get()).isEqualTo(2.5);
    assertThat(slideNode().screenToLocal(there).distance(under)).isLessThan(2);
    robot.drag(there, MouseButton.PRIMARY).dropBy(-100, -50);
    waitForFxEvents();
    assertThat(slideNode().screenToLocal(there.subtract(100, 50)).distance(under)).isLessThan(3);
    clickWithCtrl(robot, there);
    assertThat(model.showState().zoomProperty().get()).isEqualTo(1);
  }

  @Test
  void whilePresentingItIsACanvasOfSixteenToNine(FxRobot robot) {
    robot.interact(() -> view.setBare(true));
    await().until(() -> slideBounds().getWidth() == 1000);
    Bounds slide = slideBounds();
    assertThat(slide.getWidth() / slide.getHeight()).isCloseTo(16.0 / 9, within(0.01));
    assertThat(slide.getMinY()).isCloseTo((700 - slide.getHeight()) / 2, within(1.0));
    robot.push(KeyCode.DIGIT3);
    assertThat(robot.lookup(".stage-typed").query().isVisible()).isTrue();
    robot.push(KeyCode.ENTER);
    assertThat(place()).isEqualTo("3/0");
    assertThat(robot.lookup(".stage-typed").query().isVisible()).isFalse();
    robot.interact(() -> view.setBare(false));
    assertThat(slideBounds().getHeight()).isGreaterThan(600);
  }

  @Test
  void whatDoesNotFitIsAsSmallAsARoomCanReadAndThenScrolled(FxRobot robot) {
    robot.interact(
        () -> model.open(Decks.open("# Full\n\n" + "* a line\n".repeat(60) + "\n***\n\n# Next\n")));
    waitForFxEvents();
    ScrollBar bar = robot.lookup(".slide > FitPane > .scroll-bar").match(Node::isVisible).query();
    Node first = robot.lookup(".slide .prose").query();
    double before = first.localToScene(0, 0).getY();
    robot.push(KeyCode.CONTROL, KeyCode.DOWN);
    waitForFxEvents();
    assertThat(bar.getValue()).isEqualTo(0.25);
    assertThat(first.localToScene(0, 0).getY()).isLessThan(before - 50);
    robot.push(KeyCode.CONTROL, KeyCode.UP).push(KeyCode.CONTROL, KeyCode.UP);
    waitForFxEvents();
    assertThat(first.localToScene(0, 0).getY()).isEqualTo(before);
    robot.interact(() -> bar.setValue(1));
    robot.push(KeyCode.END).push(KeyCode.HOME);
    waitForFxEvents();
    assertThat(model.showState().scrollProperty().get()).as("another slide").isZero();
  }

  /** TestFX's pointer without a display holds no keys. */
  private void clickWithCtrl(FxRobot robot, Point2D there) {
    Node slide = slideNode();
    Point2D inScene = slide.localToScene(slide.screenToLocal(there));
    robot.interact(() ->
        Event.fireEvent(
            slide,
            new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                inScene.getX(),
                inScene.getY(),
                there.getX(),
                there.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null)));
    waitForFxEvents();
  }

  private Node slideNode() {
    waitForFxEvents();
    return Objects.requireNonNull(view.stage().place().slide());
  }

  private Bounds slideBounds() {
    return slideNode().localToScene(slideNode().getLayoutBounds());
  }

  private Curtain curtain() {
    waitForFxEvents();
    return model.showState().curtainProperty().get();
  }

  private String place() {
    waitForFxEvents();
    Place now = Objects.requireNonNull(model.placeProperty().get());
    return now.index() + 1 + "/" + now.step();
  }

  private final class Asked implements PresentingActions {
    @Override
    public void present() {
      asked.add("present");
    }

    @Override
    public void presentFromStart() {
      asked.add("start");
    }

    @Override
    public void presenter() {
      asked.add("presenter");
    }

    @Override
    public void swapScreens() {
      asked.add("swap");
    }

    @Override
    public void pen() {
      asked.add("pen");
    }

    @Override
    public void laser() {
      asked.add("laser");
    }

    @Override
    public void erase() {
      asked.add("erase");
    }

    @Override
    public void toggleDark() {
      asked.add("dark");
    }
  }
}
