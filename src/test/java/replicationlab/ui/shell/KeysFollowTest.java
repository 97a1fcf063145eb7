package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.lab.Step;
import replicationlab.run.StepState;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.shell.ShellView.Part;

/** Whoever is led to another pane goes on there with the keyboard. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class KeysFollowTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    Path settings = SettingsOfATest.in(folder, 1000, 800);
    window = WindowOfATest.open(folder.resolve("usual"), settings);
  }

  @AfterEach
  void close() {
    waitForAsyncFx(60_000, window::quit);
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  private void createPrimary() {
    await().atMost(SOON).until(() -> onFx(() -> window.lab()) != null);
    waitForFxEvents();
    OpenLab open = Objects.requireNonNull(window.desk().current());
    Step first = open.run().lab().steps().getFirst();
    assertThat(open.run().run(first).orTimeout(3, TimeUnit.MINUTES).join().status())
        .isEqualTo(StepState.Status.PASSED);
    waitForFxEvents();
  }

  private @Nullable Node keys() {
    return onFx(() -> window.scene().getFocusOwner());
  }

  private void assertKeysIn(String selector) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    onFx(() ->
                        window.scene().getRoot().lookupAll(selector).stream()
                            .anyMatch(Keyboard::isIn)))
                .as(selector + " and not " + keys())
                .isTrue());
  }

  /** What leads away has them before. */
  private void press(FxRobot robot, Node link) {
    robot.interact(link::requestFocus);
    robot.interact(() -> {
      if (link instanceof Button button) {
        button.fire();
      } else {
        ((Hyperlink) link).fire();
      }
    });
    waitForFxEvents();
  }

  private static Node link(FxRobot robot, Predicate<String> words) {
    return robot
        .lookup((Node node) -> node instanceof Hyperlink it && words.test(it.getText()))
        .query();
  }

  @Test
  void theKeysGoToWhatALinkHasBroughtToTheFront(FxRobot robot) {
    createPrimary();
    robot.interact(() -> Objects.requireNonNull(window.lab()).open(0));
    robot.interact(() -> window.shell().show(Part.CONSOLE, false));
    waitForFxEvents();
    robot.interact(window.scene().lookup(".step-buttons .button")::requestFocus);
    robot.interact(window::showOutput);
    assertKeysIn("#console .line-list");

    robot.interact(() -> window.panes().settings().show(SettingsPanes.XRAY));
    robot.interact(() -> window.panes().settings().edit("data/postgresql.conf", 5));
    assertKeysIn(".settings-area");
    await()
        .atMost(SOON)
        .until(
            () -> onFx(() -> keys() instanceof CodeArea text && text.getCurrentParagraph() == 4));

    robot.interact(() -> window.panes().settings().show(SettingsPanes.XRAY));
    robot.interact(() -> window.panes().settings().edit("data/postgresql.conf", 0));
    assertKeysIn(".settings-area");

    robot.interact(() -> Objects.requireNonNull(window.lab()).open(2));
    waitForFxEvents();
    press(robot, link(robot, it -> it.endsWith(" explains it")));
    assertKeysIn(".slide-stage .place");

    robot.interact(() -> window.wayToStep().take());
    Runnable toDrills =
        Objects.requireNonNull(
            onFx(() -> window.panes().drills().way(window.shell()::bringDrillsToFront)));
    robot.interact(toDrills);
    assertKeysIn("#next-drill");

    robot.interact(() -> window.panes().settings().show(ReadingJourney.NAME));
    waitForFxEvents();
    Node show =
        robot
            .lookup((Node node) ->
                node instanceof Button
                    && String.valueOf(node.getAccessibleText()).startsWith("Show slide "))
            .query();
    press(robot, show);
    assertKeysIn(".slide-stage .place");
  }
}
