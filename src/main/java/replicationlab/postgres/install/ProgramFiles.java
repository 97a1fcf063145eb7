package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which files of a folder are PostgreSQL's programs. */
final class ProgramFiles {

  static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private ProgramFiles() {}

  /** The name of the file: with .exe on Windows. */
  static String name(Program program) {
    return program.command() + (WINDOWS ? ".exe" : "");
  }

  /** The programs in a folder, each with the file that it really is. */
  static Map<Program, Path> in(Path folder) {
    Map<Program, Path> found = new EnumMap<>(Program.class);
    for (Program program : Program.values()) {
      real(folder, program).ifPresent(file -> found.put(program, file));
    }
    return found;
  }

  private static Optional<Path> real(Path folder, Program program) {
    Path file = folder.resolve(name(program));
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      return Optional.empty();
    }
    try {
      Path real = file.toRealPath();
      // Debian's psql is a link to pg_wrapper, a script that chooses among clusters of its own.
      return Optional.of(real).filter(it -> it.endsWith(name(program)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
