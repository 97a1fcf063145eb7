package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.shell.ShellView.Part;

/** The program may be killed at any moment: where its window and its parts are is kept before. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class LayoutKeeperTest {

  private static final Duration REST = Duration.ofMillis(100);
  private static final Duration LONG = REST.multipliedBy(6);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Settings.Layout LAYOUT =
      new Settings.Layout(true, true, true, true, 0.2, 0.65, 0.6, 0.75);

  @TempDir private Path folder;

  private Stage stage;
  private ShellView shell;
  private SettingsStore settings;

  @Start
  void start(Stage shared) {
    settings = new SettingsStore(folder, REST, words -> {});
    settings.update(now -> now.with(LAYOUT));
    shell = StubShell.of(LAYOUT);
    stage = new Stage();
    stage.setScene(new Scene(shell, 900, 640));
    Theme.LIGHT.install();
    Theme.prepare(stage.getScene());
    var _ =
        new LayoutKeeper(
            stage, shell, settings, javafx.util.Duration.millis((double) REST.toMillis()));
    stage.show();
  }

  @AfterEach
  void close() {
    waitForAsyncFx(10_000, stage::close);
    settings.close();
  }

  /** What a program finds that is started now, whatever becomes of this one. */
  private Settings found() {
    try (SettingsStore another = new SettingsStore(folder, Duration.ofDays(1), words -> {})) {
      return another.current();
    }
  }

  private FileTime written() throws IOException {
    return Files.getLastModifiedTime(folder.resolve("settings.json"));
  }

  /** As the window is shown, it has a place. */
  private void begin() {
    await().atMost(SOON).until(() -> found().window().bounds() != null);
  }

  @Test
  void whatIsDrawnHiddenOrResizedIsFoundWithoutAnOrderlyEnd(FxRobot robot) {
    begin();
    StubShell.draw(robot, "#upper-split", 0.3, 0.7);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(found().layout().outlineEnd()).isCloseTo(0.3, within(0.004)));
    robot.interact(() -> shell.show(Part.CONSOLE, false));
    await().atMost(SOON).until(() -> !found().layout().console());
    robot.interact(() -> {
      stage.setX(31);
      stage.setWidth(850);
    });
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(found().window().bounds())
                .extracting(Settings.Bounds::x, Settings.Bounds::width)
                .containsExactly(31.0, 850.0));
    ShellView next = waitForAsyncFx(10_000, () -> StubShell.of(found().layout()));
    assertThat(next.current()).isEqualTo(waitForAsyncFx(10_000, shell::current));
  }

  @Test
  void nothingIsWrittenWhileADividerIsDrawn(FxRobot robot) throws IOException {
    begin();
    FileTime before = written();
    StubShell.take(robot, "#all-split", 0, 0.5);
    await().during(LONG).atMost(SOON).until(() -> written().equals(before));
    SplitPane pane = robot.lookup("#all-split").query();
    assertThat(pane.getDividerPositions()[0]).as("drawn").isLessThan(0.6);
    StubShell.leave(robot, "#all-split", 0, 0.5);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(found().layout().consoleStart()).isCloseTo(0.5, within(0.004)));
  }

  @Test
  void whatHasNotChangedIsNotWrittenAgain(FxRobot robot) throws IOException {
    begin();
    FileTime before = written();
    robot.clickOn("#LAB");
    robot.interact(() -> {
      shell.show(Part.LAB, false);
      shell.show(Part.LAB, true);
    });
    waitForFxEvents();
    await().during(LONG).atMost(SOON).until(() -> written().equals(before));
  }
}
