package replicationlab.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where programs keep their settings on this kind of system. */
public final class SettingsFolder {

  private SettingsFolder() {}

  /** This user's folder for this program's settings; it need not exist. */
  public static Path ofThisUser() {
    return of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  static Path of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Replication Lab");
    }
    if (name.startsWith("windows")) {
      String appData = environment.getOrDefault("APPDATA", "");
      Path roaming = appData.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(appData);
      return roaming.resolve("Replication Lab");
    }
    // The XDG Base Directory Specification: a relative XDG_CONFIG_HOME is to be ignored.
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path config = Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".config");
    return config.resolve("replication-lab");
  }
}
