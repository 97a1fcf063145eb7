package replicationlab.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/** Where programs keep their settings on this kind of system. */
public final class SettingsFolder {

  /** The file of the settings in it. */
  static final String FILE = "settings.json";

  private SettingsFolder() {}

  /**
   * A number that stays as long as nothing changes in the file of the settings, for whoever has no
   * time to read it; 0 when there is none that can be read.
   */
  public static long stamp(Path folder) {
    try {
      Path file = folder.resolve(FILE);
      return Files.exists(file) ? stamp(Files.readAllBytes(file)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  static long stamp(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return (long) content.length << Integer.SIZE | sum.getValue();
  }

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
