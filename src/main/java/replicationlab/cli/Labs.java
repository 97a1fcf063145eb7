package replicationlab.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import replicationlab.course.Courses;
import replicationlab.lab.Lab;

/** Finds a lab by the name, or the file, that a person types. */
final class Labs {

  private Labs() {}

  /**
   * @throws IllegalArgumentException with the names that exist
   */
  static Lab find(Services services, String id) {
    Optional<Path> file = file(id);
    if (file.isPresent()) {
      return Courses.lab(file.get());
    }
    return services.labs().all().stream()
        .filter(lab -> lab.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no lab '"
                    + id
                    + "', by name or as a file; there is: "
                    + String.join(", ", services.labs().all().stream().map(Lab::id).toList())
                    + "."));
  }

  private static Optional<Path> file(String word) {
    try {
      return Optional.of(Path.of(word)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
