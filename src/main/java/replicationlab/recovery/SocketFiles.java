package replicationlab.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceException;

/**
 * What a server that could not tidy up has left beside its Unix socket: the socket, and a lock file
 * whose first line is the server's pid. A server that was killed leaves them, and one that ran
 * while the workspace got another place. The next server would take the pid for a live one's for as
 * long as the system knows any process by it, be it only as one that has ended.
 */
record SocketFiles(Workspace workspace) {

  /** Removes those of a server that has ended; leaves those of any other alone. */
  void removeOf(PidFile ended) {
    Path lock = workspace.sockets().resolve(".s.PGSQL." + ended.port() + ".lock");
    if (!Files.exists(lock) || !names(lock, ended.pid())) {
      return;
    }
    try {
      remove(lock);
    } catch (IOException e) {
      throw new WorkspaceException(lock + " of a server that has ended cannot be removed: " + e, e);
    }
  }

  /**
   * Removes those of servers that have ended and of which nothing else is left: one that crashed on
   * a disk that was read-only then may have taken away its pid file alone.
   */
  void removeLeft() {
    try (DirectoryStream<Path> locks =
        Files.newDirectoryStream(workspace.sockets(), ".s.PGSQL.*.lock")) {
      for (Path lock : locks) {
        if (pid(lock).filter(pid -> !new PidFile(pid, "", 0, "").processLives()).isPresent()) {
          remove(lock);
        }
      }
    } catch (IOException | DirectoryIteratorException stillReadOnly) {
      System.getLogger(SocketFiles.class.getName())
          .log(System.Logger.Level.DEBUG, "sockets are left", stillReadOnly);
    }
  }

  /** The socket first: without its lock nobody would know that it is left. */
  private static void remove(Path lock) throws IOException {
    String name = lock.getFileName().toString();
    Files.deleteIfExists(lock.resolveSibling(name.substring(0, name.lastIndexOf('.'))));
    Files.delete(lock);
  }

  private static boolean names(Path lock, long pid) {
    return pid(lock).filter(named -> named == pid).isPresent();
  }

  private static Optional<Long> pid(Path lock) {
    try (Stream<String> lines = Files.lines(lock)) {
      return lines.findFirst().map(line -> Long.valueOf(line.strip()));
    } catch (IOException | UncheckedIOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
