package replicationlab.postgres.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The file into which a cluster's server writes its log. */
public final class LogFile {

  private LogFile() {}

  /** Where the lab has it, or wherever the person's own {@code -l} put it beside or into data. */
  public static Path of(Cluster cluster) {
    List<Path> candidates = new ArrayList<>(List.of(cluster.log()));
    for (String folder : List.of("", "log", "pg_log")) {
      try (Stream<Path> files = Files.list(cluster.data().resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".log")).forEach(candidates::add);
      } catch (IOException noSuchFolder) {
        candidates.remove(cluster.data().resolve(folder)); // and so no log in it
      }
    }
    return candidates.stream()
        .filter(Files::isRegularFile)
        .max(Comparator.comparing(LogFile::time))
        .orElse(cluster.log());
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
