package replicationlab.postgres.xray;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * The WAL segments in a data directory.
 *
 * @param first the oldest by name; empty if there is none
 * @param last the newest by name, which may have been made ahead of its use
 */
public record WalSegments(int count, String first, String last) {

  private static final String NAME = "[0-9A-F]".repeat(24);

  /** Looks into {@code pg_wal}, which was {@code pg_xlog} before 10. */
  public static WalSegments of(Path data) {
    TreeSet<String> names = new TreeSet<>();
    for (String folder : new String[] {"pg_wal", "pg_xlog"}) {
      if (Files.isDirectory(data.resolve(folder))) {
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(
                data.resolve(folder), file -> file.getFileName().toString().matches(NAME))) {
          files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException unreadable) {
          return new WalSegments(0, "", "");
        }
      }
    }
    return names.isEmpty()
        ? new WalSegments(0, "", "")
        : new WalSegments(names.size(), names.first(), names.last());
  }

  /** For people: "3 (…0001 to …0003)". */
  public String words() {
    return count == 0
        ? "none"
        : count == 1 ? "1 (" + first + ")" : count + ", from " + first + " to " + last;
  }
}
