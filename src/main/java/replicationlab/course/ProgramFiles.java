package replicationlab.course;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Where the program's own files are, which an instructor may edit.
 *
 * @param lessons one folder for each course
 * @param assets the diagrams, in {@code assets/diagrams}
 * @param postgres the packed servers that come with the program
 */
public record ProgramFiles(Path lessons, Path assets, Path postgres) {

  /**
   * Beside the jar, or in the project's folder when Maven runs the classes. The folders need not
   * exist.
   */
  public static ProgramFiles find() {
    CodeSource source = ProgramFiles.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return beside(Path.of("replication-lab.jar"));
    }
    try {
      return beside(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return beside(Path.of("replication-lab.jar"));
    }
  }

  /** The same for code that was loaded from this jar or folder of classes. */
  static ProgramFiles beside(Path code) {
    Path absolute = code.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path home = parent == null ? absolute : parent;
    if (absolute.endsWith(Path.of("target", "classes")) && Files.isDirectory(absolute)) {
      Path project = home.resolveSibling("").normalize();
      return new ProgramFiles(
          project.resolve("lessons"),
          project.resolve("assets"),
          home.resolve("app").resolve("postgres"));
    }
    return new ProgramFiles(
        home.resolve("lessons"), home.resolve("assets"), home.resolve("postgres"));
  }
}
