package replicationlab.postgres.xray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code backup_label}: it tells the server that this is a copy, and from where in the WAL
 * to begin.
 *
 * @param startLsn where replay begins
 * @param label what was given to the function that began the backup
 * @param startTime as the server wrote it
 * @param from "primary" ("master" up to 12) or "standby"
 */
public record BackupLabel(String startLsn, String label, String startTime, String from) {

  /** The file's name in a data directory. */
  public static final String NAME = "backup_label";

  /** Reads a data directory's; empty if there is none. */
  public static Optional<BackupLabel> read(Path data) {
    Map<String, String> fields = new HashMap<>();
    try {
      String text = new String(Files.readAllBytes(data.resolve(NAME)), StandardCharsets.UTF_8);
      text.lines()
          .map(line -> line.split(": ", 2))
          .forEach(pair -> {
            if (pair.length == 2) {
              fields.put(pair[0], pair[1]);
            }
          });
    } catch (IOException none) {
      return Optional.empty();
    }
    return Optional.of(
        new BackupLabel(
            fields.getOrDefault("START WAL LOCATION", "").split(" ", 2)[0],
            fields.getOrDefault("LABEL", ""),
            fields.getOrDefault("START TIME", ""),
            fields.getOrDefault("BACKUP FROM", "").replace("master", "primary")));
  }
}
