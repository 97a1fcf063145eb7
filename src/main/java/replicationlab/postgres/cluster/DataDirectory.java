package replicationlab.postgres.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a data directory's files tell without a server. */
public record DataDirectory(Path path) {

  /** Whether {@code initdb} or a copy has put a cluster here. */
  public boolean holdsCluster() {
    return Files.exists(path.resolve("PG_VERSION"))
        && Files.exists(path.resolve("global/pg_control"));
  }

  /** The major that made it, as PG_VERSION has it: "9.6" or "18"; empty if it cannot be read. */
  public String major() {
    try {
      return Files.readString(path.resolve("PG_VERSION")).trim();
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * The system identifier, by which a copy is told from a cluster of its own. It is the first field
   * of pg_control (PostgreSQL's {@code pg_control.h}), in the machine's byte order.
   */
  public Optional<String> systemIdentifier() {
    try (InputStream control = Files.newInputStream(path.resolve("global/pg_control"))) {
      byte[] field = control.readNBytes(Long.BYTES);
      if (field.length < Long.BYTES) {
        return Optional.empty();
      }
      return Optional.of(
          Long.toUnsignedString(ByteBuffer.wrap(field).order(ByteOrder.nativeOrder()).getLong()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether it has a file of that name. */
  public boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  /** The pid file, if there is one. */
  public Optional<PidFile> pidFile() {
    return PidFile.read(path);
  }

  /** Whether a live server serves this very directory. */
  public Optional<PidFile> server() {
    return pidFile().filter(pid -> pid.belongsTo(path) && pid.processLives());
  }
}
