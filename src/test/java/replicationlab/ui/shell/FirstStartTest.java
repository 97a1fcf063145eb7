package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.ProgramFiles;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.run.TestLab;
import replicationlab.settings.Settings;
import replicationlab.ui.home.HomeView;
import replicationlab.ui.kit.Theme;

/** A newcomer's first minute: no settings yet, and one key to the first slide. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {

  private static final String NOTHING_TO_CHECK = "There is nothing to check before a lab is open.";

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    window = open();
  }

  /** With ports that are free on this machine, whoever has the usual ones. */
  private ReplicationLabWindow open() {
    PortPair ports = TestLab.freePorts();
    return open(
        folder, now -> now.with(new Settings.LabChoice("", "", ports.primary(), ports.standby())));
  }

  private static ReplicationLabWindow open(Path folder, UnaryOperator<Settings> change) {
    return WindowOfATest.open(
        folder.resolve("workspace"),
        FirstReading.begin(ProgramFiles.find(), folder.resolve("settings"), "", change),
        "",
        TestLab.opener());
  }

  @AfterEach
  void close() {
    waitForLab();
    waitForAsyncFx(60_000, window::quit);
  }

  private void waitForLab() {
    await().atMost(SOON).until(() -> onFx(() -> window.lab()) != null);
    waitForFxEvents();
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  private boolean showsHome() {
    return onFx(() -> window.scene().lookup(".home") instanceof HomeView home && isSeen(home));
  }

  @Test
  void nothingIsAskedBeforeThePersonBegins(FxRobot robot) throws IOException {
    waitForLab();
    waitForAsyncFx(60_000, window::quit);
    try (ServerSocket other = new ServerSocket()) {
      openWhereThePortIsTaken(other, robot);
      waitForFxEvents();
      assertThat(showsHome()).isTrue();
      assertThat(robot.lookup(".dialog-pane").tryQuery()).isEmpty();
      assertThat(robot.lookup(".empty-state .label").queryAllAs(Label.class))
          .as("why there is no lab")
          .anyMatch(words -> words.getText().contains("Port 5432 is taken by"));
      robot.type(KeyCode.SPACE);
      await().atMost(SOON).until(() -> robot.lookup("A port is taken").tryQuery().isPresent());
      assertThat(showsHome()).isFalse();
      robot.clickOn(useIn(robot, ".dialog-pane"));
      waitForLab();
    }
  }

  @Test
  void freePortsAreOneClickAwayFromTheEmptyLab(FxRobot robot) throws IOException {
    waitForLab();
    waitForAsyncFx(60_000, window::quit);
    try (ServerSocket other = new ServerSocket()) {
      openWhereThePortIsTaken(other, robot);
      robot.clickOn(useIn(robot, ".empty-state"));
      waitForLab();
      robot.type(KeyCode.SPACE);
      waitForFxEvents();
      assertThat(robot.lookup("A port is taken").tryQuery()).as("it is mended").isEmpty();
    }
  }

  private void openWhereThePortIsTaken(ServerSocket other, FxRobot robot) throws IOException {
    takeTheUsualPort(other);
    window = onFx(() -> open(folder.resolve("another"), UnaryOperator.identity()));
    await().atMost(SOON).until(() -> robot.lookup(NOTHING_TO_CHECK).tryQuery().isPresent());
  }

  private static Button useIn(FxRobot robot, String place) {
    return robot
        .from(robot.lookup(place).queryAll())
        .lookup((Button button) -> button.getText().startsWith("Use "))
        .queryButton();
  }

  /** If it is taken already, as by a server that a system starts by itself, that does as well. */
  private static void takeTheUsualPort(ServerSocket other) throws IOException {
    try {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5432));
    } catch (BindException e) {
      assertThat(other.isBound()).isFalse();
    }
  }

  /**
   * A sheet that a scene gets while it is being styled makes JavaFX lose its colours and begin
   * again.
   */
  @Test
  void theSceneIsStyledOnce() {
    waitForLab();
    Scene prepared = new Scene(new Pane());
    onFx(() -> {
      Theme.prepare(prepared);
      return true;
    });
    assertThat(onFx(() -> List.copyOf(window.scene().getStylesheets())))
        .as("sheets that came after Theme.prepare belong to ShellView's root")
        .containsExactlyInAnyOrderElementsOf(prepared.getStylesheets());
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }

  @Test
  void homeComesFirstAndItsFocusedButtonBeginsTheSlides(FxRobot robot) {
    waitForLab();
    assertThat(showsHome()).isTrue();
    assertThat(onFx(() -> window.scene().getFocusOwner()))
        .isInstanceOfSatisfying(
            Button.class, button -> assertThat(button.getText()).isEqualTo("Begin"));
    robot.type(KeyCode.SPACE);
    waitForFxEvents();
    assertThat(showsHome()).isFalse();
    Node slide = onFx(() -> window.scene().lookup(".slide-stage .place"));
    assertThat(onFx(() -> window.scene().getFocusOwner())).isSameAs(slide);
    assertThat(onFx(() -> isSeen(slide))).isTrue();
    assertThat(onFx(() -> Objects.requireNonNull(window.slides().placeProperty().get()).index()))
        .isZero();
  }

  @Test
  void whatTheLabRunsWithIsChangedWhereHomeLeadsTo(FxRobot robot) {
    waitForLab();
    onFx(() -> {
      robot.lookup("Change these…").queryAs(Hyperlink.class).fire();
      return true;
    });
    await().atMost(SOON).until(() -> robot.lookup(".lab-choice").tryQuery().isPresent());
    Node fields = robot.lookup(".lab-choice").query();
    Node pane = robot.lookup(".preferences").query();
    await()
        .atMost(SOON)
        .until(() ->
            onFx(() ->
                pane.localToScene(pane.getLayoutBounds())
                    .contains(fields.localToScene(fields.getLayoutBounds()))));
    assertThat(onFx(() -> fields.getScene().getFocusOwner().getAccessibleText()))
        .isEqualTo("PostgreSQL");
    onFx(() -> {
      fields.getScene().getWindow().hide();
      return true;
    });
  }

  @Test
  void theSecondStartIsAtTheSlide() {
    waitForLab();
    waitForAsyncFx(60_000, window::quit);
    window = onFx(this::open);
    waitForLab();
    assertThat(showsHome()).isFalse();
  }
}
