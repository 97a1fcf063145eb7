package replicationlab.course;

import java.nio.file.Path;
import java.util.List;

/**
 * One folder under {@code lessons/}.
 *
 * @param id the folder's name, such as "high-availability"
 * @param deck the file {@code deck.md}, which exists
 * @param labs the files {@code labs/*.md}, by name
 * @param changes the file {@code changes.yaml}, which need not exist
 */
public record Course(String id, Path deck, List<Path> labs, Path changes) {

  public Course {
    labs = List.copyOf(labs);
  }

  /** A lab's name: its file without the ending. */
  public static String labId(Path lab) {
    String name = String.valueOf(lab.getFileName());
    return name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name;
  }
}
