package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.deck.PresentingActions;
import replicationlab.ui.deck.SlideStage;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.TextStyle;

/**
 * Two windows on two screens that the test makes up, and what becomes of them when one is pulled
 * out.
 */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class PresentationTest {

  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 990, 500);
  private static final Rectangle2D PROJECTOR = new Rectangle2D(0, 500, 800, 450);

  private final ObservableList<Rectangle2D> screens =
      FXCollections.observableArrayList(LAPTOP, PROJECTOR);
  private final List<Rectangle2D> remembered = new ArrayList<>();
  private final List<String> ran = new ArrayList<>();
  private final SimpleBooleanProperty canRun = new SimpleBooleanProperty();
  private final SimpleDoubleProperty notesScale = new SimpleDoubleProperty(1);
  private Instant now = Instant.parse("2026-01-01T10:00:00Z");
  private DeckViewModel deck;
  private Talk talk;
  private Ink ink;
  private Presentation presentation;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    deck = new DeckViewModel(positions(), (opened, picture) -> 0);
    talk = new Talk(deck, () -> now);
    ink = new Ink(InkMemory.NONE);
    deck.placeProperty().subscribe(ink::show);
    presentation =
        new Presentation(
            deck,
            picture -> new DiagramPlaceholder(picture.target()),
            talk,
            ink,
            new SpeakerTools(
                new Actions(),
                Group::new,
                _ -> false,
                this::commands,
                canRun,
                _ -> List.of(),
                notesScale,
                PresentationTest::dress),
            screens,
            () -> new Rectangle2D(10, 10, 300, 200),
            () -> remembered.isEmpty() ? null : remembered.getLast(),
            remembered::add);
    deck.open(SampleTalk.opened());
  }

  private static void dress(Scene scene) {
    Theme.prepare(scene);
    scene.getRoot().getStylesheets().add(TextStyle.SHEET);
  }

  private List<SpeakerTools.Command> commands() {
    return deck.indexProperty().get() == 1
        ? List.of(new SpeakerTools.Command("psql -l", () -> ran.add("psql -l")))
        : List.of();
  }

  private static Positions positions() {
    Map<String, Integer> all = new HashMap<>();
    return new Positions() {
      @Override
      public int of(String deckKey) {
        return all.getOrDefault(deckKey, 0);
      }

      @Override
      public void remember(String deckKey, int index) {
        all.put(deckKey, index);
      }
    };
  }

  private final class Actions implements PresentingActions {
    @Override
    public void endShow() {
      presentation.end();
    }

    @Override
    public void swapScreens() {
      presentation.swap();
    }

    @Override
    public void pen() {
      ink.toggle(Ink.Tool.PEN);
    }

    @Override
    public void erase() {
      ink.erase();
    }

    @Override
    public void presenter() {
      presentation.hidePresenter();
    }
  }

  @AfterEach
  void end(FxRobot robot) {
    robot.interact(() -> presentation.end());
  }

  private Scene presenter() {
    return Objects.requireNonNull(presentation.presenterScene());
  }

  private Scene audience() {
    return Objects.requireNonNull(presentation.audienceScene());
  }

  private static @Nullable Rectangle2D where(@Nullable Scene scene) {
    if (scene == null || scene.getWindow() == null) {
      return null;
    }
    Window window = scene.getWindow();
    return new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
  }

  private static StageStyle style(Scene scene) {
    return ((Stage) scene.getWindow()).getStyle();
  }

  private String label(String selector) {
    waitForFxEvents();
    return waitForAsyncFx(5_000, () -> ((Label) presenter().lookup(selector)).getText());
  }

  private void push(FxRobot robot, Scene scene, KeyCode... keys) {
    robot.interact(() -> scene.getWindow().requestFocus());
    waitForFxEvents();
    robot.press(keys).release(keys);
    waitForFxEvents();
  }

  private void begin(FxRobot robot) {
    robot.interact(() -> presentation.begin());
    waitForFxEvents();
  }

  @Test
  void eachHasAScreenAndXSwapsThem(FxRobot robot) {
    begin(robot);
    assertThat(where(audience())).isEqualTo(PROJECTOR);
    assertThat(where(presenter())).isEqualTo(LAPTOP);
    assertThat(style(audience())).isEqualTo(StageStyle.UNDECORATED);
    push(robot, presenter(), KeyCode.X);
    assertThat(where(audience())).isEqualTo(LAPTOP);
    assertThat(where(presenter())).isEqualTo(PROJECTOR);
    assertThat(remembered).containsExactly(LAPTOP);
    ComboBox<?> picker = (ComboBox<?>) presenter().lookup(".screen-picker");
    assertThat(picker.getValue()).isEqualTo(LAPTOP);
  }

  @Test
  void aScreenThatIsPulledOutLosesNoWindow(FxRobot robot) {
    begin(robot);
    robot.interact(() -> screens.remove(PROJECTOR));
    waitForFxEvents();
    assertThat(where(audience())).isEqualTo(LAPTOP);
    assertThat(style(presenter())).as("an ordinary window").isEqualTo(StageStyle.DECORATED);
    Rectangle2D window = Objects.requireNonNull(where(presenter()));
    // A window manager may put the window and not its frame to where it was asked for.
    int frame = 40;
    Rectangle2D place =
        new Rectangle2D(
            LAPTOP.getMinX() - frame,
            LAPTOP.getMinY() - frame,
            LAPTOP.getWidth() + 2 * frame,
            LAPTOP.getHeight() + 2 * frame);
    assertThat(place.contains(window)).as("%s on the screen", window).isTrue();
    robot.interact(() -> screens.add(PROJECTOR));
    waitForFxEvents();
    assertThat(where(audience())).isEqualTo(PROJECTOR);
    assertThat(where(presenter())).isEqualTo(LAPTOP);
  }

  @Test
  void keysInBothWindowsMoveBoth(FxRobot robot) {
    begin(robot);
    push(robot, audience(), KeyCode.RIGHT);
    assertThat(label(".presenter-number")).isEqualTo("Slide 1 of 3, step 1 of 2");
    push(robot, presenter(), KeyCode.PAGE_DOWN);
    push(robot, presenter(), KeyCode.SPACE);
    assertThat(label(".presenter-number")).isEqualTo("Slide 2 of 3");
    push(robot, presenter(), KeyCode.END);
    assertThat(presenter().lookup(".presenter-end").isVisible()).isTrue();
    push(robot, audience(), KeyCode.ESCAPE);
    assertThat(presentation.isRunning()).isFalse();
    assertThat(presentation.hasPresenter()).isFalse();
  }

  @Test
  void theTimeGoesOnAcrossWindowsAndIsPausedAndSetBack(FxRobot robot) {
    begin(robot);
    now = now.plusSeconds(130);
    push(robot, presenter(), KeyCode.RIGHT);
    assertThat(label(".time-elapsed")).isEqualTo("2:10");
    assertThat(label(".time-remaining")).isEqualTo("7:50");
    assertThat(label(".time-pace")).isEqualTo("on time");
    robot.interact(() -> presentation.end());
    now = now.plusSeconds(230);
    begin(robot);
    assertThat(label(".time-elapsed")).isEqualTo("6:00");
    assertThat(label(".time-pace")).isEqualTo("2 min behind");
    robot.interact(button("Stop the clock of the talk")::fire);
    now = now.plusSeconds(600);
    push(robot, presenter(), KeyCode.LEFT);
    assertThat(label(".time-elapsed")).isEqualTo("6:00");
    robot.interact(button("Set the clock of the talk back to zero")::fire);
    assertThat(label(".time-elapsed")).isEqualTo("0:00");
  }

  @Test
  void aTalkInWhichTheProgramWasLostGoesOn(FxRobot robot) {
    List<Instant> kept = new ArrayList<>();
    talk.onClock(kept::add);
    begin(robot);
    assertThat(kept).containsExactly(now);
    Instant began = now;
    now = now.plusSeconds(300);
    Talk again = new Talk(deck, () -> now);
    again.takeUp(began);
    again.begin();
    assertThat(again.watch().elapsed()).isEqualTo(Duration.ofMinutes(5));
    assertThat(again.pace().words()).isEqualTo("1 min behind");
    robot.interact(button("Stop the clock of the talk")::fire);
    assertThat(kept).as("what stands is not taken up").containsExactly(began, null);
  }

  @Test
  void aTalkThatBeginsInTheMiddleIsOnTimeThere(FxRobot robot) {
    robot.interact(() -> deck.goTo(3));
    begin(robot);
    assertThat(label(".time-pace")).isEqualTo("on time");
    assertThat(label(".time-elapsed")).isEqualTo("0:00");
  }

  private Button button(String name) {
    return presenter().getRoot().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> name.equals(button.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheSpeakerHasPressedDoesNotKeepTheKeyboard(FxRobot robot) {
    begin(robot);
    robot.interact(button("Stop the clock of the talk")::requestFocus);
    push(robot, presenter(), KeyCode.SPACE);
    assertThat(talk.watch().runs()).isFalse();
    push(robot, presenter(), KeyCode.SPACE);
    assertThat(talk.watch().runs()).as("not pressed again").isFalse();
    assertThat(label(".presenter-number")).isEqualTo("Slide 1 of 3, step 1 of 2");
  }

  @Test
  void theScreenIsChosenByKeyAndThenTheSlideHasTheKeys(FxRobot robot) {
    begin(robot);
    ComboBox<?> picker = (ComboBox<?>) presenter().lookup(".screen-picker");
    List<Boolean> shown = new ArrayList<>();
    robot.interact(() -> {
      picker.showingProperty().subscribe((was, is) -> shown.add(is));
      picker.requestFocus();
    });
    push(robot, presenter(), KeyCode.ALT, KeyCode.DOWN);
    robot.interact(picker::hide);
    assertThat(shown).containsExactly(true, false);
    push(robot, presenter(), KeyCode.SPACE);
    assertThat(label(".presenter-number")).isEqualTo("Slide 1 of 3, step 1 of 2");
    robot.interact(picker::requestFocus);
    push(robot, presenter(), KeyCode.UP);
    assertThat(where(audience())).isEqualTo(LAPTOP);
  }

  @Test
  void notesAreShownWithoutTheirTimeAndGrow(FxRobot robot) {
    begin(robot);
    Node notes = presenter().lookup(".notes-pane .blocks");
    assertThat(notes.getStyle()).contains("1.0em");
    assertThat(robot.from(presenter().getRoot()).lookup("minutes: 4").tryQuery()).isEmpty();
    // The key that has the plus sign; a real keyboard has no key of its own for it.
    push(robot, presenter(), KeyCode.SHORTCUT, KeyCode.EQUALS);
    assertThat(notesScale.get()).isGreaterThan(1.1);
    assertThat(notes.getStyle()).contains("1.1");
    assertThat(deck.showState().zoomProperty().get()).as("the slide stays").isEqualTo(1);
    robot.interact(() -> presenter().getWindow().requestFocus());
    robot.interact(button("Smaller notes (Ctrl+\u2212)")::fire);
    assertThat(notesScale.get()).isCloseTo(1, within(0.001));
  }

  @Test
  void openWindowsFollowTheSizeOfText(FxRobot robot) {
    begin(robot);
    Label time = (Label) presenter().lookup(".time-elapsed");
    Label next = (Label) presenter().lookup(".pane-name");
    double usualTime = time.getFont().getSize();
    double usualNext = next.getFont().getSize();
    robot.interact(() -> Theme.scaleText(1.5));
    waitForFxEvents();
    assertThat(time.getFont().getSize()).isCloseTo(1.5 * usualTime, within(1.0));
    assertThat(next.getFont().getSize()).isCloseTo(1.5 * usualNext, within(1.0));
    assertThat(audience().getStylesheets().getLast())
        .as("one size for all windows")
        .isEqualTo(presenter().getStylesheets().getLast());
    robot.interact(() -> Theme.scaleText(1));
    waitForFxEvents();
    assertThat(time.getFont().getSize()).isEqualTo(usualTime);
  }

  @Test
  void theSlidesCommandsAreThereWhileALabIsOpen(FxRobot robot) {
    begin(robot);
    robot.interact(() -> deck.goTo(2));
    assertThat(presenter().lookup(".command-list").isVisible()).isFalse();
    robot.interact(() -> canRun.set(true));
    waitForFxEvents();
    assertThat(presenter().lookup(".command-list").isVisible()).isTrue();
    robot.interact(button("Run in the lab: psql -l")::fire);
    assertThat(ran).containsExactly("psql -l");
  }

  @Test
  void whatIsDrawnInOneWindowIsInBoth(FxRobot robot) {
    begin(robot);
    push(robot, presenter(), KeyCode.SHORTCUT, KeyCode.P);
    SlideStage stage = (SlideStage) presenter().lookup(".slide-stage");
    Bounds slide = stage.place().localToScreen(stage.place().getLayoutBounds());
    robot
        .drag(slide.getMinX() + slide.getWidth() / 4, slide.getMinY() + slide.getHeight() / 2)
        .moveTo(slide.getMinX() + slide.getWidth() / 2, slide.getMinY() + slide.getHeight() / 2)
        .drop();
    waitForFxEvents();
    List<Double> drawn = ((Polyline) audience().lookup(".ink-stroke")).getPoints();
    assertThat(drawn.getFirst()).isBetween(380.0, 420.0);
    assertThat(drawn.get(drawn.size() - 2)).isBetween(780.0, 820.0);
    assertThat(drawn.get(1)).isBetween(440.0, 460.0);
    push(robot, audience(), KeyCode.E);
    assertThat(presenter().lookup(".ink-stroke")).isNull();
  }
}
