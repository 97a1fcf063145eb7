package replicationlab.postgres.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A backup as {@code pg_start_backup} begins it up to 14. Its label lies in the primary's data
 * directory for as long as it is under way, and outlives the session, but not the server: a server
 * that stops, or starts after a crash, renames the label to {@code backup_label.old}, and the
 * backup is void ("Making an Exclusive Low-Level Backup" in PostgreSQL's manual up to 14).
 *
 * @param primary the primary's data directory
 * @param copy where the copy is, or will be
 */
public record ExclusiveBackup(DataDirectory primary, DataDirectory copy) {

  private static final String LABEL = "backup_label";
  private static final String USED_LABEL = "backup_label.old";
  private static final int LAST_MAJOR = 14;

  public ExclusiveBackup(ClusterPair clusters) {
    this(
        new DataDirectory(clusters.primary().data()), new DataDirectory(clusters.standby().data()));
  }

  /** Whether servers of this major have such backups; since 15 a backup is its session's. */
  public static boolean isKnownTo(int major) {
    return major <= LAST_MAJOR;
  }

  /** Whether one can be gone on with. */
  public boolean isUnderWay() {
    return primary.has(LABEL) && primary.server().isPresent();
  }

  /** Whether its server went while it was under way, and has not been started since. */
  public boolean wentWithServer() {
    return primary.has(LABEL) && primary.server().isEmpty();
  }

  /**
   * Whether the copy was made for a backup that was cut short: the record of its end, for which
   * that copy would wait, will never come. Tells it of a copy that has not been started yet.
   */
  public boolean leftVoidCopy() {
    Optional<String> label = text(copy, LABEL);
    return label.isPresent() && label.equals(text(primary, USED_LABEL));
  }

  private static Optional<String> text(DataDirectory data, String file) {
    try {
      byte[] bytes = Files.readAllBytes(data.path().resolve(file));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException noneOrUnreadable) {
      return Optional.empty();
    }
  }
}
