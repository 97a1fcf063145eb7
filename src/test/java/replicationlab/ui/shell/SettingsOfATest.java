package replicationlab.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.run.TestLab;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;

/** Settings as somebody leaves them who has already begun: a lab on 18, on ports of its own. */
final class SettingsOfATest {

  private SettingsOfATest() {}

  /** Writes them below the folder; answers with their own folder. */
  static Path in(Path folder, double width, double height) {
    PortPair ports = TestLab.freePorts();
    Path settings = folder.resolve("settings");
    try (SettingsStore store = new SettingsStore(settings, Duration.ofDays(1), words -> {})) {
      store.update(now ->
          now.with(Settings.Look.LIGHT)
              .with(new Settings.Window(new Settings.Bounds(0, 0, width, height), false))
              .with(
                  new Settings.LabChoice(
                      folder.resolve("workspace").toString(),
                      "18",
                      ports.primary(),
                      ports.standby())));
    }
    return settings;
  }
}
