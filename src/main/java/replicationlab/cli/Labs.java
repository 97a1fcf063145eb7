package replicationlab.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import replicationlab.course.Courses;
import replicationlab.lab.Lab;

/** Finds a lab by the name, or the file, that a person types. */
final class Labs {

  private Labs() {}

  /**
   * @throws IllegalArgumentException with the names that exist
   */
  static Lab find(Services services, String id) {
    return finding(services, id).get();
  }

  /**
   * The same for somebody who has other things to do while the lab is being read.
   *
   * @return waits until it has been read
   * @throws IllegalArgumentException with the names that exist
   */
  static Supplier<Lab> finding(Services services, String id) {
    Optional<Path> file = file(id);
    if (file.isPresent()) {
      Lab lab = Courses.lab(file.get());
      return () -> lab;
    }
    List<String> names = services.labs().names();
    if (!names.contains(id)) {
      throw unknown(id, names);
    }
    return () ->
        services.labs().all().stream()
            .filter(lab -> lab.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id, names));
  }

  private static IllegalArgumentException unknown(String id, List<String> names) {
    return new IllegalArgumentException(
        "There is no lab '%s', by name or as a file; there is: %s."
            .formatted(id, String.join(", ", names)));
  }

  private static Optional<Path> file(String word) {
    try {
      return Optional.of(Path.of(word)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
