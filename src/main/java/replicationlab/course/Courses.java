package replicationlab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the courses in a folder of lessons. */
public final class Courses {

  private static final String MARKDOWN = ".md";

  private Courses() {}

  /**
   * Every folder with a {@code deck.md}, by name; none when the folder does not exist.
   *
   * @throws UncheckedIOException if a folder cannot be listed
   */
  public static List<Course> in(Path lessons) {
    List<Course> courses = new ArrayList<>();
    for (Path folder : list(lessons)) {
      Path deck = folder.resolve("deck.md");
      if (Files.isRegularFile(deck)) {
        courses.add(
            new Course(
                folder.getFileName().toString(),
                deck,
                markdown(folder.resolve("labs")),
                folder.resolve("changes.yaml")));
      }
    }
    return courses;
  }

  private static List<Path> markdown(Path folder) {
    return list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(MARKDOWN))
        .filter(Files::isRegularFile)
        .toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
