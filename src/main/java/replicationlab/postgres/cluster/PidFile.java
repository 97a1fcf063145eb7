package replicationlab.postgres.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import replicationlab.process.HeldProcesses;
import replicationlab.process.RunningPrograms;

/**
 * A data directory's {@code postmaster.pid}: who serves it, or served it. Its lines are described
 * in PostgreSQL's {@code miscadmin.h}: pid, data directory, start time, port, socket directory,
 * address, shared memory, status.
 *
 * @param data the data directory that the server named; after a file-system copy it is another than
 *     the file's own
 * @param port 0 while the server has not got that far
 * @param status what the server says of itself since 10, such as "ready"; empty if nothing
 */
public record PidFile(long pid, String data, int port, String status) {

  /** The file's name in a data directory. */
  public static final String NAME = "postmaster.pid";

  private static final String STARTING = "starting";

  /** A standby that is not to be hot. */
  private static final String STANDBY = "standby";

  private static final Set<String> COMES_OR_GOES = Set.of(STARTING, "stopping");

  /** Reads it; empty if there is none or it is still being written. */
  public static Optional<PidFile> read(Path dataDirectory) {
    try {
      List<String> lines = Files.readAllLines(dataDirectory.resolve(NAME));
      if (lines.size() < 2) {
        return Optional.empty();
      }
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).trim()) : 0;
      String status = lines.size() > 7 ? lines.get(7).trim() : "";
      return Optional.of(
          new PidFile(Math.abs(Long.parseLong(lines.get(0).trim())), lines.get(1), port, status));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether that process lives and is a PostgreSQL server; an id may have been given to another
   * program since.
   */
  public boolean processLives() {
    return ProcessHandle.of(pid)
        .filter(process -> RunningPrograms.runs(pid))
        .map(process -> process.info().command().map(PidFile::isServer).orElse(true))
        .orElse(false);
  }

  /** Whether the server says that it is starting or stopping; up to 9.6 none does. */
  public boolean comesOrGoes() {
    return COMES_OR_GOES.contains(status);
  }

  /**
   * Whether the server says that it lets nobody in, so that there is no need to ask it. One that
   * stops may let a superuser in.
   */
  public boolean takesNobody() {
    return status.equals(STARTING) || isNotHot();
  }

  /** Whether the server says that it is a standby that is not to be hot; up to 9.6 none does. */
  public boolean isNotHot() {
    return status.equals(STANDBY);
  }

  /** Whether somebody has stopped that process; it does nothing until it is told to go on. */
  public boolean isHeld() {
    return HeldProcesses.isHeld(pid);
  }

  private static boolean isServer(String command) {
    return command.contains("postgres") || command.contains("postmaster");
  }

  /**
   * Whether the server meant the directory in which the file lies, and not the one that it was
   * copied from.
   */
  public boolean belongsTo(Path dataDirectory) {
    try {
      return Path.of(data).toRealPath().equals(dataDirectory.toRealPath());
    } catch (IOException noSuchDirectoryAnyMore) {
      // A server serves on when its directory gets another name.
      return RunningPrograms.isDirectoryOf(pid, dataDirectory);
    }
  }
}
