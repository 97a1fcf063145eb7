package replicationlab.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceException;

/**
 * A reset that was interrupted. Whoever asked for it has agreed to lose everything, and what is
 * left is no lab any more: it is brought to its end, unless somebody has gone on there since, by
 * hand.
 *
 * @param serverRuns whether one runs on a data directory
 */
record ResetAsLeft(Workspace workspace, Predicate<Path> serverRuns) {

  ResetAsLeft(Workspace workspace) {
    this(workspace, data -> new DataDirectory(data).server().isPresent());
  }

  Optional<Finding> finish() {
    try {
      Optional<FileTime> begun = workspace.halfReset();
      if (begun.isEmpty()) {
        return Optional.empty();
      }
      for (Path data : List.of(workspace.primaryData(), workspace.standbyData())) {
        if (serverRuns.test(data)) {
          return offered("A reset was interrupted, and a server runs here again");
        }
        if (holdsNewerThan(data, begun.get())) {
          return offered("A reset was interrupted, and " + data + " has been written to since");
        }
      }
      workspace.reset();
      return Optional.of(
          Finding.repaired("A reset was interrupted; it has been brought to its end."));
    } catch (WorkspaceException | IOException | UncheckedIOException e) {
      return Optional.of(Finding.offered("A reset was interrupted. " + e.getMessage()));
    }
  }

  private static Optional<Finding> offered(String found) {
    return Optional.of(
        Finding.offered(found + "; reset the lab once more, or go on with what is left."));
  }

  /** Deleting leaves no newer file behind, only newer directories. */
  private static boolean holdsNewerThan(Path data, FileTime begun) throws IOException {
    if (!Files.exists(data)) {
      return false;
    }
    try (Stream<Path> newer = Files.find(data, Integer.MAX_VALUE, (path, is) -> since(is, begun))) {
      return newer.findAny().isPresent();
    }
  }

  private static boolean since(BasicFileAttributes file, FileTime begun) {
    return file.isRegularFile() && file.lastModifiedTime().compareTo(begun) > 0;
  }
}
