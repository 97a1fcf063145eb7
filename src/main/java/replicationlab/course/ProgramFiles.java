package replicationlab.course;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Where the program's own files are: beside its jar, or, when it runs from a build's classes, in
 * the project.
 *
 * @param lessons one folder a course
 * @param assets diagrams
 * @param postgres the bundled servers
 */
public record ProgramFiles(Path lessons, Path assets, Path postgres) {

  /** At the jar's end, in bytes: more than twice what its table takes. */
  private static final int TABLE = 1 << 18;

  /**
   * Finds them.
   *
   * @throws IllegalStateException if they are not where the program is, with a sentence
   */
  public static ProgramFiles find() {
    Path program = program();
    // .../app/replication-lab.jar: everything is beside it.
    Path beside = program.resolveSibling("lessons");
    if (Files.isRegularFile(program) && Files.isDirectory(beside)) {
      return in(program.resolveSibling(""), program.resolveSibling("postgres"));
    }
    // .../target/classes: the project is two levels up.
    Path project = program.resolve("../..").normalize();
    if (Files.isDirectory(project.resolve("lessons"))) {
      return in(project, program.resolve("../app/postgres").normalize());
    }
    throw new IllegalStateException(
        "The folder 'lessons' is not beside "
            + program
            + "; put the program back together as it was packed.");
  }

  /** Whether the program is a jar, and not a build's classes. */
  static boolean packed() {
    return Files.isRegularFile(program());
  }

  /**
   * A number that another version, or another build, of the packed program has not; 0 if it cannot
   * be told. A start has no time to read all of the jar.
   */
  public static long stamp() {
    try {
      return stamp(program());
    } catch (IOException | IllegalStateException e) {
      return 0;
    }
  }

  /** Packages give every file the same date; a jar's table has the check sums of what is in it. */
  static long stamp(Path program) throws IOException {
    if (Files.isDirectory(program)) {
      return Files.getLastModifiedTime(program).toMillis();
    }
    try (FileChannel jar = FileChannel.open(program)) {
      jar.position(Math.max(0, jar.size() - TABLE));
      CRC32 sum = new CRC32();
      sum.update(Channels.newInputStream(jar).readAllBytes());
      return jar.size() << Integer.SIZE | sum.getValue();
    }
  }

  /** How a person starts this program with a command after it. */
  public static String command() {
    // Set by the launcher of an installed program, which stands on the PATH.
    if (System.getProperty("jpackage.app-path") != null) {
      return "replication-lab";
    }
    Path program = program();
    Path jar =
        Files.isRegularFile(program)
            ? program
            : program.resolve("../app/replication-lab.jar").normalize();
    Path here = Path.of("").toAbsolutePath();
    return "java -jar " + (jar.startsWith(here) ? here.relativize(jar) : jar);
  }

  /** The licences of all that is shipped, and its bill of materials; only a package has them. */
  public List<Path> legal() {
    Path home = lessons.resolveSibling("");
    return Stream.of("licences.txt", "sbom.cyclonedx.json")
        .map(home::resolve)
        .filter(Files::isRegularFile)
        .toList();
  }

  private static ProgramFiles in(Path home, Path postgres) {
    return new ProgramFiles(home.resolve("lessons"), home.resolve("assets"), postgres);
  }

  /** The jar that the program runs from, or its folder of classes. */
  private static Path program() {
    // Not the class's code source: that of a class from an AOT cache is lost when the program
    // moves.
    String self = ProgramFiles.class.getName().replace('.', '/') + ".class";
    try {
      URL place = Objects.requireNonNull(ProgramFiles.class.getClassLoader().getResource(self));
      if (place.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      Path file = Path.of(place.toURI());
      return file.getRoot()
          .resolve(file.subpath(0, file.getNameCount() - Path.of(self).getNameCount()));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The program cannot tell where it is.", e);
    }
  }
}
