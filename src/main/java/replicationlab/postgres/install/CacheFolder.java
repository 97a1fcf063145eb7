package replicationlab.postgres.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this user's computer keeps what can be made again. */
public final class CacheFolder {

  private static final String NAME = "replication-lab";

  private CacheFolder() {}

  /** The folder that is ours; it need not exist yet. */
  public static Path ofThisUser() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  static Path of(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      Path base = local.isBlank() ? home.resolve("AppData/Local") : Path.of(local);
      return base.resolve(NAME).resolve("cache");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Caches").resolve(NAME);
    }
    // The XDG Base Directory Specification says that a relative path is to be ignored.
    Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return (xdg.isAbsolute() ? xdg : home.resolve(".cache")).resolve(NAME);
  }
}
