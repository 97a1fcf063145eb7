package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.fxmisc.richtext.InlineCssTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.deck.SlideStage;

/** What is drawn outlives the program, and the speaker's window follows the program's settings. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class PresentJourneyTest {

  private static final Duration UNPACKED = Duration.ofMinutes(4);
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final List<ReplicationLabWindow> windows = new ArrayList<>();
  private Path settings;
  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    settings = SettingsOfATest.in(folder.resolve("first"), 1000, 700);
    window = open(settings);
  }

  private ReplicationLabWindow open(Path from) {
    ReplicationLabWindow opened = WindowOfATest.open(folder.resolve("usual"), from);
    windows.add(opened);
    return opened;
  }

  @AfterEach
  void close() {
    for (ReplicationLabWindow one : windows) {
      await().atMost(UNPACKED).until(() -> onFx(one::lab) != null);
      waitForAsyncFx(60_000, one::quit);
    }
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  private void push(FxRobot robot, KeyCode... keys) {
    push(robot, window, keys);
  }

  private static void push(FxRobot robot, ReplicationLabWindow in, KeyCode... keys) {
    robot.interact(() -> {
      in.stage().requestFocus();
      in.scene().lookup(".slide-stage .place").requestFocus();
    });
    robot.press(keys).release(keys);
    waitForFxEvents();
  }

  private void draw(FxRobot robot) {
    push(robot, KeyCode.SHORTCUT, KeyCode.P);
    Bounds slide =
        onFx(() -> {
          var place = window.scene().lookup(".slide-stage .place");
          return place.localToScreen(place.getLayoutBounds());
        });
    robot
        .drag(slide.getCenterX(), slide.getCenterY())
        .moveTo(slide.getCenterX() + 50, slide.getCenterY() + 20)
        .drop();
    waitForFxEvents();
  }

  private static List<List<Double>> lines(ReplicationLabWindow in) {
    return onFx(() ->
        in.scene().getRoot().lookupAll(".ink-stroke").stream()
            .map(Polyline.class::cast)
            .map(line -> List.copyOf(line.getPoints()))
            .toList());
  }

  private static List<Path> drawings(Path settings) throws IOException {
    Path drawings = settings.resolve("drawings");
    if (!Files.isDirectory(drawings)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(drawings)) {
      return all.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  /** What the disk holds at this moment is all that is left of a program that is killed. */
  private Path afterAKill() throws IOException {
    Path copy = SettingsOfATest.in(folder.resolve("second"), 1000, 700);
    Files.createDirectories(copy.resolve("drawings"));
    for (Path file : drawings(settings)) {
      Files.copy(file, copy.resolve("drawings").resolve(file.getFileName()));
    }
    return copy;
  }

  @Test
  void whatIsDrawnIsThereAgainAfterAKillAndWhatIsErasedIsNot(FxRobot robot) throws IOException {
    draw(robot);
    List<List<Double>> drawn = lines(window);
    assertThat(drawn).hasSize(1);
    assertThat(onFx(() -> ((Polyline) window.scene().lookup(".ink-stroke")).getStroke()))
        .as("the pen's red, as in the show's windows")
        .isEqualTo(Color.web("#cf222e"));
    await().atMost(SOON).until(() -> !drawings(settings).isEmpty());
    Path left = afterAKill();
    ReplicationLabWindow next = onFx(() -> open(left));
    await().atMost(SOON).until(() -> lines(next).size() == 1);
    List<Double> again = lines(next).getFirst();
    assertThat(again).hasSameSizeAs(drawn.getFirst());
    for (int at = 0; at < again.size(); at++) {
      assertThat(again.get(at)).isCloseTo(drawn.getFirst().get(at), within(0.051));
    }
    push(robot, next, KeyCode.E);
    assertThat(lines(next)).isEmpty();
    push(robot, next, KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(lines(next)).hasSize(1);
    robot.interact(() -> new WindowActions(next).eraseDrawings());
    assertThat(lines(next)).isEmpty();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(drawings(left).getFirst()).hasContent("{}"));
  }

  @Test
  void ctrlZTakesALineBackOnlyWhereItIsSeenAndNobodyWrites(FxRobot robot) {
    draw(robot);
    InlineCssTextArea editor = new InlineCssTextArea("a setting");
    robot.interact(() -> {
      SlideStage slides = (SlideStage) window.scene().lookup(".slide-stage");
      slides.layers().getChildren().add(editor);
      editor.requestFocus();
    });
    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(lines(window)).as("the editor has its own Ctrl+Z").hasSize(1);
    robot.interact(() -> ((Pane) editor.getParent()).getChildren().remove(editor));
    robot.clickOn("Reading");
    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.SHORTCUT, KeyCode.Z);
    robot.clickOn("Slide");
    assertThat(lines(window)).as("it was not to be seen").hasSize(1);
    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(lines(window)).isEmpty();
  }

  @Test
  void aSpoiltFileIsToldOf(FxRobot robot) throws IOException {
    draw(robot);
    await().atMost(SOON).until(() -> !drawings(settings).isEmpty());
    Path left = afterAKill();
    Files.writeString(drawings(left).getFirst(), "{\"half");
    ReplicationLabWindow next = onFx(() -> open(left));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(robot.lookup(".notification-words").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anySatisfy(words ->
                    assertThat(words)
                        .startsWith("What was drawn on the slides could not be read (")
                        .endsWith(".json.broken.")));
    assertThat(lines(next)).isEmpty();
  }

  @Test
  void escInTheWindowTakesAwayTheOverviewBeforeItEndsTheShow(FxRobot robot) {
    push(robot, KeyCode.F5);
    push(robot, KeyCode.S);
    assertThat(isRunning()).isTrue();
    push(robot, KeyCode.O);
    robot.push(KeyCode.ESCAPE);
    waitForFxEvents();
    assertThat(onFx(() -> window.scene().lookup(".overview"))).isNull();
    assertThat(isRunning()).isTrue();
    robot.interact(() -> window.scene().lookup(".deck-bar .button").requestFocus());
    robot.push(KeyCode.ESCAPE);
    waitForFxEvents();
    assertThat(isRunning()).isFalse();
    assertThat(onFx(() -> window.scene().getFocusOwner().getStyleClass()))
        .as("the slide has the keys")
        .contains("place");
  }

  private boolean isRunning() {
    return onFx(() -> window.presenting().presentation().isRunning());
  }

  @Test
  void theSpeakersWindowFollowsTheSizeOfText(FxRobot robot) {
    push(robot, KeyCode.S);
    Scene presenter =
        Objects.requireNonNull(onFx(() -> window.presenting().presentation().presenterScene()));
    Label time = (Label) presenter.lookup(".time-elapsed");
    double usual = onFx(() -> time.getFont().getSize());
    robot.interact(() -> window.preferences().change(now -> now.withFontScale(1.5)));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(onFx(() -> time.getFont().getSize())).isCloseTo(1.5 * usual, within(1.0)));
    robot.interact(() -> new WindowActions(window).scaleText(0));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(onFx(() -> time.getFont().getSize())).isEqualTo(usual));
  }
}
