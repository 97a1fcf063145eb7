package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import replicationlab.ui.shell.ShellView.Part;

/** The whole window, of which nobody takes leave. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class KilledLayoutTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private Path settings;
  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    settings = SettingsOfATest.in(folder, 980, 700);
    window = WindowOfATest.open(folder.resolve("usual"), settings);
  }

  @AfterEach
  void close() {
    await().atMost(SOON).until(() -> waitForAsyncFx(10_000, () -> window.lab()) != null);
    waitForAsyncFx(60_000, window::quit);
  }

  private Settings found() {
    try (SettingsStore store = new SettingsStore(settings, Duration.ofDays(1), words -> {})) {
      return store.current();
    }
  }

  @Test
  void theNextOneHasThePartsAndTheSizeOfTheOneThatWasKilled(FxRobot robot) throws IOException {
    robot.interact(() -> {
      window.shell().show(Part.CONSOLE, false);
      window.stage().setWidth(940);
    });
    await()
        .atMost(SOON)
        .until(() -> {
          Settings.Bounds bounds = found().window().bounds();
          return !found().layout().console() && bounds != null && bounds.width() == 940;
        });
    // What the orderly end of this one writes is not what the next one reads.
    Path left = Files.createDirectory(folder.resolve("left"));
    Files.copy(settings.resolve("settings.json"), left.resolve("settings.json"));
    close();
    window = waitForAsyncFx(60_000, () -> WindowOfATest.open(folder.resolve("usual"), left));
    assertThat(window.shell().shows(Part.CONSOLE)).isFalse();
    assertThat(window.stage().getWidth()).isEqualTo(940);
  }
}
