package replicationlab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import replicationlab.lab.Lab;
import replicationlab.lab.LabReader;

/**
 * The courses that come with the program: each a folder of {@code lessons/} with a deck and its
 * labs.
 */
public final class Courses {

  /** The course that the window opens when nothing else was opened before. */
  public static final String FIRST = "high-availability";

  private Courses() {}

  /** A course's deck. */
  public static Path deck(ProgramFiles files, String course) {
    return files.lessons().resolve(course).resolve("deck.md");
  }

  /** What has changed since a course was written. */
  public static Changes changes(ProgramFiles files, String course) {
    return Changes.read(deck(files, course).resolveSibling(Changes.FILE));
  }

  /** Every lab of every course, in the order of their names. */
  public static List<Lab> labs(ProgramFiles files) {
    return labFiles(files).stream().map(Courses::read).toList();
  }

  /** The files of the labs of every course, in the order of their names. */
  public static List<Path> labFiles(ProgramFiles files) {
    try (Stream<Path> found = Files.walk(files.lessons())) {
      return found.filter(Courses::isLab).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The lessons in " + files.lessons() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The lab of a file anywhere.
   *
   * @throws UncheckedIOException if it cannot be read, or is no text in UTF-8
   */
  public static Lab lab(Path file) {
    return read(file);
  }

  /** What the lab of a file is called. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.md$", "");
  }

  private static boolean isLab(Path file) {
    return file.toString().endsWith(".md") && file.resolveSibling("").endsWith("labs");
  }

  private static Lab read(Path file) {
    try {
      return LabReader.read(name(file), LessonText.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The lab " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
