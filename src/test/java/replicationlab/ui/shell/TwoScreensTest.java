package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static replicationlab.ui.shell.Monitors.LAPTOP;
import static replicationlab.ui.shell.Monitors.PROJECTOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.deck.ShowState.Curtain;
import replicationlab.ui.present.Presentation;

/**
 * A talk with a real projector: the X server has two monitors, as {@code two-screens.conf} makes
 * it, and keys go where its window manager gives the focus. It needs such a display, so it runs
 * only when asked for by its tag.
 */
@Tag("screens")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class TwoScreensTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration UNPACKED = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private ReplicationLabWindow window;
  private Path settings;

  @Start
  void start(Stage shared) {
    settings = SettingsOfATest.in(folder, 1000, 700);
    window = open();
  }

  private ReplicationLabWindow open() {
    return WindowOfATest.open(folder.resolve("usual"), settings);
  }

  private void begin() {
    Monitors.plugIn();
    await().atMost(UNPACKED).until(() -> onFx(() -> window.lab()) != null);
    waitForFxEvents();
    focus(window.stage());
  }

  @AfterEach
  void close() {
    await().atMost(UNPACKED).until(() -> onFx(() -> window.lab()) != null);
    waitForAsyncFx(60_000, window::quit);
    Monitors.plugIn();
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  private Presentation show() {
    return window.presenting().presentation();
  }

  private DeckViewModel deck() {
    return window.slides();
  }

  private Scene audience() {
    return Objects.requireNonNull(onFx(() -> show().audienceScene()));
  }

  private Scene presenter() {
    return Objects.requireNonNull(onFx(() -> show().presenterScene()));
  }

  private static void focus(Window wanted) {
    waitForAsyncFx(60_000, wanted::requestFocus);
    await().atMost(SOON).until(() -> onFx(wanted::isFocused));
  }

  private static void push(FxRobot robot, Window in, KeyCode... keys) {
    focus(in);
    robot.press(keys).release(keys);
    waitForFxEvents();
  }

  private static void push(FxRobot robot, Scene in, KeyCode... keys) {
    push(robot, in.getWindow(), keys);
  }

  private static @Nullable Rectangle2D where(@Nullable Scene scene) {
    if (scene == null || scene.getWindow() == null) {
      return null;
    }
    Window shown = scene.getWindow();
    return new Rectangle2D(shown.getX(), shown.getY(), shown.getWidth(), shown.getHeight());
  }

  private void assertShown(Rectangle2D audience, Rectangle2D presenter) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(onFx(() -> where(show().audienceScene()))).isEqualTo(audience);
          assertThat(onFx(() -> where(show().presenterScene()))).isEqualTo(presenter);
        });
    assertThat(style(audience())).isEqualTo(StageStyle.UNDECORATED);
    assertThat(style(presenter())).isEqualTo(StageStyle.UNDECORATED);
    // What is really on the glass: 16:9 fills the projector to its corners, and nothing lies over
    // it.
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertSeen(audience, audience());
          assertSeen(presenter, presenter());
        });
  }

  private static StageStyle style(Scene scene) {
    return ((Stage) scene.getWindow()).getStyle();
  }

  /** Each corner of the screen is as the window has it: no frame, no other window, no gap. */
  private static void assertSeen(Rectangle2D screen, Scene scene) {
    WritableImage real = onFx(() -> new Robot().getScreenCapture(null, screen));
    WritableImage drawn = onFx(() -> scene.snapshot(null));
    int right = (int) screen.getWidth() - 1;
    int bottom = (int) screen.getHeight() - 1;
    for (int[] at : new int[][] {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}}) {
      Color seen = real.getPixelReader().getColor(at[0], at[1]);
      Color wanted = drawn.getPixelReader().getColor(at[0], at[1]);
      assertThat(seen).as("at %d, %d of %s", at[0], at[1], screen).isEqualTo(wanted);
    }
  }

  private boolean isRunning() {
    return onFx(() -> show().isRunning());
  }

  private int slide() {
    waitForFxEvents();
    return onFx(() -> deck().indexProperty().get()) + 1;
  }

  private String elapsed() {
    return onFx(() -> ((Label) presenter().lookup(".time-elapsed")).getText());
  }

  @Test
  void theSlideCoversTheProjectorAndThePresenterTheLaptop(FxRobot robot) {
    begin();
    push(robot, window.stage(), KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    push(robot, audience(), KeyCode.F5);
    assertThat(isRunning()).isFalse();
    assertThat(onFx(() -> show().hasPresenter())).isFalse();
    assertThat(onFx(() -> window.stage().isShowing())).isTrue();
    push(robot, window.stage(), KeyCode.S);
    assertShown(PROJECTOR, LAPTOP);
  }

  /** A hand that rests on a key, or a machine too busy to see that it was let go. */
  @Test
  void aKeyThatIsHeldDownCountsOnce(FxRobot robot) {
    begin();
    focus(window.stage());
    Monitors.repeatKeys(true);
    try {
      robot.press(KeyCode.S);
      await().atMost(SOON).until(() -> onFx(() -> show().hasPresenter()));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SOON)
          .until(() -> onFx(() -> show().hasPresenter() && show().isRunning()));
    } finally {
      robot.release(KeyCode.S);
      Monitors.repeatKeys(false);
    }
  }

  @Test
  void xSwapsThePickerPicksAndTheChoiceIsTakenUpTheNextTime(FxRobot robot) {
    begin();
    push(robot, window.stage(), KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    push(robot, audience(), KeyCode.X);
    assertShown(LAPTOP, PROJECTOR);
    push(robot, presenter(), KeyCode.X);
    assertShown(PROJECTOR, LAPTOP);
    focus(presenter().getWindow());
    ComboBox<?> picker = onFx(() -> (ComboBox<?>) presenter().lookup(".screen-picker"));
    assertThat(onFx(() -> picker.getItems().size())).isEqualTo(2);
    robot.clickOn(picker);
    String laptop = "Screen 1 (1280 \u00d7 800)";
    await().atMost(SOON).until(() -> robot.lookup(laptop).tryQuery().isPresent());
    robot.clickOn(laptop);
    assertShown(LAPTOP, PROJECTOR);
    push(robot, presenter(), KeyCode.ESCAPE);
    assertThat(isRunning()).isFalse();

    waitForAsyncFx(60_000, window::quit);
    window = onFx(this::open);
    begin();
    push(robot, window.stage(), KeyCode.F5);
    assertShown(LAPTOP, PROJECTOR);
  }

  @Test
  void aProjectorThatIsPulledOutKeepsTheTalkAndItComesBack(FxRobot robot) {
    begin();
    push(robot, window.stage(), KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    push(robot, audience(), KeyCode.ALT, KeyCode.PAGE_DOWN);
    push(robot, audience(), KeyCode.RIGHT);
    List<Integer> left = at();
    await().atMost(SOON).until(() -> !elapsed().equals("0:00"));

    Monitors.pullOutTheProjector();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(onFx(() -> where(show().audienceScene()))).isEqualTo(LAPTOP));
    assertThat(style(presenter())).as("an ordinary window").isEqualTo(StageStyle.DECORATED);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(LAPTOP.contains(Objects.requireNonNull(onFx(() -> where(presenter())))))
                .isTrue());
    assertThat(at()).isEqualTo(left);
    assertThat(elapsed()).isNotEqualTo("0:00");
    push(robot, presenter(), KeyCode.ALT, KeyCode.PAGE_DOWN);
    assertThat(slide()).isEqualTo(3);

    Monitors.plugIn();
    assertShown(PROJECTOR, LAPTOP);
    assertThat(slide()).isEqualTo(3);
    push(robot, audience(), KeyCode.ALT, KeyCode.PAGE_UP);
    assertThat(slide()).isEqualTo(2);
  }

  @Test
  void theLaptopsOwnScreenGoesAndComesBackToo(FxRobot robot) {
    begin();
    push(robot, window.stage(), KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    Monitors.closeTheLaptop();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(onFx(() -> where(show().audienceScene())))
                .isEqualTo(Monitors.screens().getFirst()));
    push(robot, presenter(), KeyCode.END);
    assertThat(slide()).isEqualTo(27);
    Monitors.plugIn();
    assertShown(PROJECTOR, LAPTOP);
  }

  @Test
  void escTakesAwayWhatLiesOnTopFirst(FxRobot robot) {
    begin();
    push(robot, window.stage(), KeyCode.F5);
    push(robot, audience(), KeyCode.B);
    push(robot, audience(), KeyCode.O);
    assertThat(onFx(() -> audience().lookup(".overview")).isVisible()).isTrue();
    push(robot, audience(), KeyCode.ESCAPE);
    assertThat(onFx(() -> audience().lookup(".overview"))).isNull();
    assertThat(curtain()).isEqualTo(Curtain.BLACK);
    push(robot, audience(), KeyCode.ESCAPE);
    assertThat(curtain()).isEqualTo(Curtain.OPEN);
    assertThat(isRunning()).isTrue();
    push(robot, audience(), KeyCode.ESCAPE);
    assertThat(isRunning()).isFalse();
    assertThat(onFx(() -> show().hasPresenter())).isFalse();
    await().atMost(SOON).until(() -> onFx(() -> window.stage().isFocused()));
    robot.push(KeyCode.RIGHT);
    assertThat(at()).as("the slide has the keys").isEqualTo(List.of(0, 1));
  }

  private Curtain curtain() {
    waitForFxEvents();
    return onFx(() -> deck().showState().curtainProperty().get());
  }

  @Test
  void aClickerWorksWhicheverWindowHasTheFocus(FxRobot robot) {
    begin();
    push(robot, window.stage(), KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    for (Window in :
        new Window[] {audience().getWindow(), presenter().getWindow(), window.stage()}) {
      List<Integer> before = at();
      push(robot, in, KeyCode.PAGE_DOWN);
      List<Integer> after = at();
      assertThat(after).isNotEqualTo(before);
      push(robot, in, KeyCode.PAGE_DOWN);
      assertThat(at()).isNotIn(before, after);
      push(robot, in, KeyCode.PAGE_UP);
      assertThat(at()).isEqualTo(after);
      push(robot, in, KeyCode.PERIOD);
      assertThat(curtain()).isEqualTo(Curtain.BLACK);
      push(robot, in, KeyCode.B);
      assertThat(curtain()).isEqualTo(Curtain.OPEN);
    }
    // Its one button sends F5 and Escape in turn, wherever the focus is by then.
    push(robot, presenter(), KeyCode.ESCAPE);
    assertThat(isRunning()).isFalse();
    await().atMost(SOON).until(() -> onFx(() -> window.stage().isFocused()));
    robot.push(KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    push(robot, window.stage(), KeyCode.ESCAPE);
    assertThat(isRunning()).isFalse();
    robot.push(KeyCode.F5);
    assertShown(PROJECTOR, LAPTOP);
    push(robot, presenter(), KeyCode.F5);
    assertThat(isRunning()).isFalse();
  }

  /** The slide's index, and its step. */
  private List<Integer> at() {
    waitForFxEvents();
    Place place = Objects.requireNonNull(onFx(() -> deck().placeProperty().get()));
    return List.of(place.index(), place.step());
  }
}
