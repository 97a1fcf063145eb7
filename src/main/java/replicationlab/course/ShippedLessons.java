package replicationlab.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.lab.LessonDigest;

/**
 * The lessons as the program was built with them. The build writes their SHA-256 into the program,
 * so that one edited beside it is known to be another.
 */
public final class ShippedLessons {

  private static final String LIST = "shipped-lessons.sha256";

  private ShippedLessons() {}

  /** The digests of all of them. */
  public static Set<String> digests(ProgramFiles files) {
    try (InputStream list = ShippedLessons.class.getResourceAsStream(LIST)) {
      if (list != null) {
        return new String(list.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.strip().split("\\s", 2)[0])
            .filter(digest -> digest.matches("[0-9a-f]{64}"))
            .collect(Collectors.toUnmodifiableSet());
      }
      return ProgramFiles.packed() ? Set.of() : inTheProject(files);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of shipped lessons cannot be read.", e);
    }
  }

  /**
   * Classes that no build has packed: whoever compiled them has the lessons in the same project.
   */
  private static Set<String> inTheProject(ProgramFiles files) throws IOException {
    try (Stream<Path> lessons = Files.walk(files.lessons())) {
      return lessons
          .filter(file -> file.toString().endsWith(".md") || file.endsWith(Changes.FILE))
          .map(ShippedLessons::digest)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static String digest(Path file) {
    try {
      return LessonDigest.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The lesson " + file + " cannot be read.", e);
    }
  }
}
