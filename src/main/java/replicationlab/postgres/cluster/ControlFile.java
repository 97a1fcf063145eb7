package replicationlab.postgres.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code global/pg_control} says, as {@code pg_controldata} prints it. The file is a C
 * structure in the machine's byte order, whose layout follows its version number (PostgreSQL's
 * {@code pg_control.h}); it is read for the versions 960 to 1800, that is PostgreSQL 9.6 to 18.
 *
 * @param state such as "in production" or "in archive recovery"
 * @param written when the file was last written
 * @param checkpoint where the latest checkpoint stands in the WAL
 * @param redo where replay would begin
 * @param minRecovery up to where replay must come before the cluster is consistent; 0/0 on a
 *     primary
 * @param backupStart where the backup began from which this copy has not recovered yet; 0/0 if none
 * @param walLevel "minimal", "replica" or "logical", as the WAL was last written
 * @param maxWalSenders -1 before 12, whose file does not hold it
 */
public record ControlFile(
    String systemIdentifier,
    String state,
    Instant written,
    String checkpoint,
    String redo,
    int timeline,
    String minRecovery,
    String backupStart,
    String walLevel,
    int maxConnections,
    int maxWorkerProcesses,
    int maxWalSenders,
    int maxPreparedTransactions,
    int maxLocksPerTransaction) {

  private static final String SHUT_DOWN = "shut down";
  private static final String IN_PRODUCTION = "in production";
  private static final List<String> STATES =
      List.of(
          "starting up",
          SHUT_DOWN,
          "shut down in recovery",
          "shutting down",
          "in crash recovery",
          "in archive recovery",
          IN_PRODUCTION);
  private static final List<String> LEVELS = List.of("minimal", "replica", "logical");
  private static final int OLDEST = 960;
  private static final int NEWEST = 1800;
  private static final int BYTES = 512;

  /** Reads a data directory's; empty if there is none, or one of a version that is not known. */
  public static Optional<ControlFile> read(Path data) {
    try (InputStream file = Files.newInputStream(data.resolve("global/pg_control"))) {
      ByteBuffer bytes = ByteBuffer.wrap(file.readNBytes(BYTES)).order(ByteOrder.nativeOrder());
      int version = bytes.getInt(8);
      return version < OLDEST || version > NEWEST
          ? Optional.empty()
          : Optional.of(parse(bytes, version));
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether the server that wrote it last was a primary. */
  public boolean isPrimarys() {
    return state.equals(SHUT_DOWN) || state.equals(IN_PRODUCTION);
  }

  private static ControlFile parse(ByteBuffer bytes, int version) {
    // Up to 10 the place of the checkpoint before the latest came next.
    int checkPointCopy = version < 1100 ? 48 : 40;
    // Since 12 the next transaction is one number of 64 bits.
    int afterCopy = checkPointCopy + (version < 1200 ? 80 : 88);
    int settings = afterCopy + 44;
    boolean senders = version >= 1200;
    int afterSenders = settings + (senders ? 20 : 16);
    return new ControlFile(
        Long.toUnsignedString(bytes.getLong(0)),
        nth(STATES, bytes.getInt(16)),
        Instant.ofEpochSecond(bytes.getLong(24)),
        lsn(bytes.getLong(32)),
        lsn(bytes.getLong(checkPointCopy)),
        bytes.getInt(checkPointCopy + 8),
        lsn(bytes.getLong(afterCopy + 8)),
        lsn(bytes.getLong(afterCopy + 24)),
        nth(LEVELS, bytes.getInt(settings)),
        bytes.getInt(settings + 8),
        bytes.getInt(settings + 12),
        senders ? bytes.getInt(settings + 16) : -1,
        bytes.getInt(afterSenders),
        bytes.getInt(afterSenders + 4));
  }

  private static String nth(List<String> names, int number) {
    return number >= 0 && number < names.size() ? names.get(number) : "unknown (" + number + ")";
  }

  private static String lsn(long position) {
    return Long.toHexString(position >>> 32).toUpperCase(Locale.ROOT)
        + "/"
        + Long.toHexString(position & 0xFFFF_FFFFL).toUpperCase(Locale.ROOT);
  }
}
