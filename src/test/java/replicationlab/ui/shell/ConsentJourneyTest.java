package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.run.StepState;
import replicationlab.run.TestLab;
import replicationlab.ui.Looks;

/** A lesson that did not come with the program: declined, read, agreed to, and only then run. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ConsentJourneyTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    Path settings = SettingsOfATest.in(folder, 1280, 800);
    window =
        WindowOfATest.open(
            folder.resolve("usual"),
            settings,
            "",
            "",
            TestLab.openerOfStrangers(folder.resolve("agreements")));
  }

  @AfterEach
  void stopEverything() {
    OpenLab open = window.desk().current();
    if (open != null) {
      await().atMost(SOON).until(() -> !open.run().busy());
      assertThat(open.bench().stopServers(line -> {})).isTrue();
    }
    waitForAsyncFx(60_000, window::quit);
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(10_000, question);
  }

  private StepState firstStep() {
    return Objects.requireNonNull(window.desk().current()).run().states().getFirst();
  }

  private boolean stripShows() {
    return onFx(() -> {
      Node strip = window.scene().lookup("#not-agreed");
      return strip != null && strip.isVisible();
    });
  }

  /** Presses a button of the question that is open, which must come. */
  private static void answer(FxRobot robot, String verb) {
    await().atMost(SOON).until(() -> robot.lookup(verb).tryQuery().isPresent());
    waitForFxEvents();
    Button button = robot.lookup(verb).query();
    robot.interact(button::fire);
    waitForFxEvents();
  }

  private void runFirstStep(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.CONTROL, KeyCode.ENTER);
    waitForFxEvents();
  }

  @Test
  void itRunsNothingBeforeThePersonHasSeenItAllAndAgreed(FxRobot robot) {
    answer(robot, "Do not run it");
    assertThat(stripShows()).isTrue();
    Looks.inBothThemes(window.scene(), "window-not-agreed");

    runFirstStep(robot);
    await().atMost(SOON).until(() -> !firstStep().message().isEmpty());
    assertThat(firstStep().message()).contains("runs nothing before you have seen");
    assertThat(folder.resolve("workspace/data")).doesNotExist();

    Button read = robot.lookup("#read-and-agree").query();
    Platform.runLater(read::fire);
    answer(robot, "Agree");
    assertThat(stripShows()).isFalse();

    runFirstStep(robot);
    await().atMost(SOON).until(() -> firstStep().status() == StepState.Status.PASSED);
    assertThat(folder.resolve("workspace/data/PG_VERSION")).hasContent("18");
  }
}
