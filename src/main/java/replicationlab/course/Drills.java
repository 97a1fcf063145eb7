package replicationlab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import replicationlab.drill.DrillBook;
import replicationlab.drill.DrillReader;

/** A course's drills: {@code lessons/<course>/drills.md}. */
public final class Drills {

  private Drills() {}

  /** The file, which need not exist. */
  public static Path file(ProgramFiles files, String course) {
    return files.lessons().resolve(course).resolve("drills.md");
  }

  /**
   * Reads them; a course without the file has none.
   *
   * @param rows the names of the proof's rows, which a drill may foretell
   */
  public static DrillBook of(ProgramFiles files, String course, Set<String> rows) {
    Path file = file(files, course);
    if (!Files.exists(file)) {
      return new DrillBook(List.of(), List.of());
    }
    try {
      return DrillReader.read(Files.readString(file), rows);
    } catch (IOException e) {
      throw new UncheckedIOException("The drills in " + file + " cannot be read: " + e, e);
    }
  }
}
