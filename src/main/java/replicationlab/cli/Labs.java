package replicationlab.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import replicationlab.course.Courses;
import replicationlab.lab.Lab;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;

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

  /** The lab of a workspace, if it has come with the program. */
  static Optional<Lab> of(Services services, Progress progress) {
    return services.labs().all().stream()
        .filter(lab -> lab.id().equals(progress.lab()))
        .findFirst();
  }

  /** What the steps of a workspace's lab are called, for people; read only if one is asked for. */
  static UnaryOperator<String> titles(Services services, Workspace workspace) {
    return step ->
        of(services, new ProgressFile(workspace).load()).map(lab -> lab.titleOf(step)).orElse(step);
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
