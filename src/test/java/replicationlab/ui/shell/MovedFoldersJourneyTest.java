package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.run.TestLab;

/** What was moved out of the way is deleted from the lab's menu, after a question. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class MovedFoldersJourneyTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    Path settings = SettingsOfATest.in(folder, 1280, 800);
    window = WindowOfATest.open(folder.resolve("usual"), settings, "", "", TestLab.opener());
  }

  @AfterEach
  void quit() {
    waitForAsyncFx(60_000, window::quit);
  }

  private Menu moved() {
    MenuButton menu = (MenuButton) window.scene().lookup("#lab-menu");
    return menu.getItems().stream()
        .filter(item -> "moved".equals(item.getId()))
        .map(Menu.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void answer(FxRobot robot, String verb) {
    Platform.runLater(() -> moved().getItems().getFirst().fire());
    await().atMost(SOON).until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    waitForFxEvents();
    Button button = robot.from(robot.lookup(".dialog-pane").<Node>query()).lookup(verb).query();
    robot.interact(button::fire);
    waitForFxEvents();
  }

  @Test
  void itIsDeletedOnlyWhenThatIsWanted(FxRobot robot) throws IOException {
    await().atMost(SOON).until(() -> waitForAsyncFx(10_000, () -> window.lab()) != null);
    Path workspace = Objects.requireNonNull(window.desk().current()).bench().workspace().folder();
    Path copy = Files.createDirectory(workspace.resolve("data2-181203"));
    Files.write(copy.resolve("table"), new byte[1_000_000]);
    robot.interact(() -> ((MenuButton) window.scene().lookup("#lab-menu")).show());
    await().atMost(SOON).until(() -> waitForAsyncFx(10_000, () -> moved().isVisible()));
    assertThat(moved().getText()).isEqualTo("Moved out of the way: 1.0 MB");
    robot.interact(() -> ((MenuButton) window.scene().lookup("#lab-menu")).hide());

    answer(robot, "Cancel");
    assertThat(copy).isDirectory();
    answer(robot, "Delete");
    await().atMost(SOON).until(() -> !Files.exists(copy));
  }
}
