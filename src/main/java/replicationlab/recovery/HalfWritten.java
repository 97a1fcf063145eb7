package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import replicationlab.files.WholeFile;
import replicationlab.progress.Workspace;

/**
 * Files of ours that are written beside the real one and then moved over it: one that is still
 * there was never finished, and the real one is whole.
 */
record HalfWritten(Workspace workspace) {

  /** Only files of these names, and only where the lab writes them. */
  private static final List<String> OF_WORKSPACE =
      Stream.of("progress.json", "opened.json", "drills.properties")
          .map(name -> name + WholeFile.ENDING)
          .toList();

  private static final String OF_CLUSTER = "*.replication-lab";

  List<Path> remove() throws IOException {
    List<Path> removed = new ArrayList<>();
    for (String name : OF_WORKSPACE) {
      Path file = workspace.folder().resolve(name);
      if (Files.deleteIfExists(file)) {
        removed.add(file);
      }
    }
    for (Path data : List.of(workspace.primaryData(), workspace.standbyData())) {
      if (Files.isDirectory(data)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, OF_CLUSTER)) {
          for (Path file : files) {
            Files.delete(file);
            removed.add(file);
          }
        }
      }
    }
    return removed;
  }
}
