package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an {@code include_dir} includes. */
final class ConfFiles {

  private ConfFiles() {}

  /** Those that end in .conf and do not begin with a dot, by name (manual, "include_dir"). */
  static List<Path> in(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.conf")) {
      entries.forEach(entry -> {
        if (!entry.getFileName().toString().startsWith(".")) {
          files.add(entry);
        }
      });
    } catch (IOException unreadable) {
      return List.of();
    }
    files.sort(null);
    return files;
  }
}
