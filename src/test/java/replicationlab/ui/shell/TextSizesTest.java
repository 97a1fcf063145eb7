package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.ProgramFiles;
import replicationlab.lab.Step;
import replicationlab.run.TestLab;
import replicationlab.ui.CutOff;
import replicationlab.ui.Pictures;
import replicationlab.ui.ScreenReader;
import replicationlab.ui.kit.Theme;

/**
 * From 80 % to 200 % of the usual text no word is cut off, in no pane and in nothing over a slide.
 */
@Tag("ui")
@Tag("drawing")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class TextSizesTest {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Duration SETTLED = Duration.ofSeconds(30);
  private static final double[] SCALES = {0.8, 1.5, 2};

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    Path settings = SettingsOfATest.in(folder, 1280, 800);
    window =
        new ReplicationLabWindow(
            new Stage(),
            ProgramFiles.find(),
            TestLab.installations(),
            TestLab.opener(),
            folder.resolve("usual"),
            FirstReading.begin(ProgramFiles.find(), settings, ""));
    window.show("");
    // A laptop's, which is wider than the screen that a test without a display has.
    window.stage().setMaximized(false);
    window.stage().setWidth(1280);
    window.stage().setHeight(800);
  }

  @BeforeEach
  void createPrimary() {
    await().atMost(SOON).until(() -> onFx(() -> window.lab()) != null);
    waitForFxEvents();
    OpenLab open = Objects.requireNonNull(window.desk().current());
    Step first = open.run().lab().steps().getFirst();
    open.run().run(first).orTimeout(3, TimeUnit.MINUTES).join();
    waitForFxEvents();
  }

  @AfterEach
  void close() {
    waitForAsyncFx(60_000, window::quit);
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  private Parent root() {
    return window.scene().getRoot();
  }

  private void scale(double factor) {
    waitForAsyncFx(60_000, () -> Theme.scaleText(window.scene(), factor));
    waitForFxEvents();
  }

  private List<TabPane> tabs() {
    return ScreenReader.seen(root()).stream()
        .filter(TabPane.class::isInstance)
        .map(TabPane.class::cast)
        .toList();
  }

  @Test
  void noPaneCutsItsWordsOff() {
    assertThat(onFx(() -> root().getLayoutBounds().getWidth())).isEqualTo(1280);
    for (double scale = 0.8; scale <= 2; scale += 0.2) {
      scale(scale);
      look("with nothing checked", scale);
    }
    letTheProofFail();
    for (double scale : SCALES) {
      scale(scale);
      look("with a failed proof", scale);
      for (TabPane place : onFx(this::tabs)) {
        for (Tab tab : place.getTabs()) {
          waitForAsyncFx(60_000, () -> place.getSelectionModel().select(tab));
          look(tab.getText(), scale);
        }
        waitForAsyncFx(60_000, () -> place.getSelectionModel().selectFirst());
      }
    }
  }

  @Test
  void bigTextLeavesRoomForTheTextAndTheSteps() {
    scale(2);
    List<TabPane> places = onFx(this::tabs);
    for (TabPane place : places) {
      assertThat(onFx(() -> place.lookup(".headers-region").getBoundsInParent().getWidth()))
          .isLessThanOrEqualTo(place.getWidth());
    }
    waitForAsyncFx(60_000, () -> places.forEach(place -> Dock.select(place, "Files")));
    seen("Files", ".settings-area", 4);
    await()
        .atMost(SETTLED)
        .untilAsserted(() -> assertThat(onFx(this::roomForSteps)).isGreaterThan(lines(4)));
    Pictures.take(window.scene(), "size-room-at-2.0");
  }

  /** So many lines of text that has twice its usual size. */
  private void seen(String what, String style, int lines) {
    await()
        .atMost(SETTLED)
        .untilAsserted(() ->
            assertThat(onFx(() -> root().lookup(style).getLayoutBounds().getHeight()))
                .as(what)
                .isGreaterThan(lines(lines)));
  }

  private static double lines(int lines) {
    return lines * 1.3 * 28;
  }

  private double roomForSteps() {
    Node scroll = root().lookup(".lab-view > .scroll-pane");
    return inScene(scroll).getMaxY() - inScene(root().lookup(".lab-view .step")).getMinY();
  }

  /** There is no standby yet. */
  private void letTheProofFail() {
    waitForAsyncFx(
        60_000, () -> ((Button) root().lookup(".check-view .empty-state .button")).fire());
    await().atMost(SOON).until(() -> onFx(() -> root().lookup(".check-header.failed") != null));
  }

  @Test
  void nothingOverASlideCutsItsWordsOff(FxRobot robot) {
    for (double scale : SCALES) {
      scale(scale);
      for (KeyCode key : List.of(KeyCode.O, KeyCode.G, KeyCode.SLASH, KeyCode.F1)) {
        robot.interact(() -> window.scene().lookup(".slide-stage .place").requestFocus());
        robot.type(key);
        waitForFxEvents();
        assertThat(onFx(() -> window.scene().lookup(".overlay"))).isNotNull();
        look("over the slide by " + key, scale);
        robot.type(KeyCode.ESCAPE);
      }
    }
  }

  /** What has another size is laid out anew some frames later. */
  private void look(String what, double scale) {
    String where = "%s at %.1f".formatted(what, scale);
    await().atMost(SETTLED).untilAsserted(() -> assertThat(onFx(this::cutOff)).as(where).isEmpty());
    Pictures.take(window.scene(), "size-" + where.replace(' ', '-'));
  }

  private List<String> cutOff() {
    List<String> cut = new ArrayList<>(CutOff.under(root()));
    for (Node buttons : root().lookupAll(".part-buttons")) {
      Node tabs = buttons.getParent().lookup(".headers-region");
      double end = tabs.localToScene(tabs.getClip().getBoundsInParent()).getMaxX();
      for (Node tab : tabs.lookupAll(".tab")) {
        if (Math.min(end, inScene(tab).getMaxX()) > inScene(buttons).getMinX()) {
          cut.add("under a part's buttons: " + ScreenReader.path(tab));
        }
      }
      Node list = buttons.getParent().lookup(".control-buttons-tab .arrow");
      if (list.getParent().isVisible() && inScene(list).getMinX() < end) {
        cut.add("under the list of tabs: " + ScreenReader.path(tabs));
      }
    }
    return cut;
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
