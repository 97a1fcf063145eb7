package replicationlab.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import replicationlab.process.CommandNotStartedException;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/** Whether the window can open; without one the lab is done in the terminal. */
final class DisplayProbe implements Probe {

  private static final String GTK = "libgtk-3.so.0";

  private final Map<String, String> environment;
  private final CommandRunner runner;
  private final String system;

  DisplayProbe(Map<String, String> environment, CommandRunner runner) {
    this(environment, runner, System.getProperty("os.name"));
  }

  DisplayProbe(Map<String, String> environment, CommandRunner runner, String system) {
    this.environment = environment;
    this.runner = runner;
    this.system = system.toLowerCase(Locale.ROOT);
  }

  @Override
  public String name() {
    return "Display";
  }

  @Override
  public Diagnosis look() {
    if (!system.startsWith("linux")) {
      return Diagnosis.ok(name(), "the desktop of this system");
    }
    String display = environment.getOrDefault("DISPLAY", "");
    if (display.isBlank()) {
      return Diagnosis.warning(
          name(),
          "DISPLAY is not set",
          "Log in to a desktop for the window; in the terminal, do the lab with: lab run"
              + " lab-exercise-1");
    }
    try {
      CommandResult libraries =
          runner.run(CommandRequest.of(Path.of("/"), List.of("/sbin/ldconfig", "-p")));
      if (!libraries.succeeded()) {
        return Diagnosis.unknown(name(), "DISPLAY is " + display + "; GTK could not be looked for");
      }
      return libraries.text().contains(GTK)
          ? Diagnosis.ok(name(), "DISPLAY is " + display + ", GTK 3 is installed")
          : Diagnosis.warning(
              name(),
              "GTK 3 is not installed",
              "Install it for the window (Debian: apt-get install libgtk-3-0).");
    } catch (CommandNotStartedException e) {
      return Diagnosis.unknown(name(), "DISPLAY is " + display + "; GTK could not be looked for");
    }
  }
}
