package replicationlab.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Path socket = workspace.sockets().resolve(".s.PGSQL." + ended.port());
    Path lock = socket.resolveSibling(socket.getFileName() + ".lock");
    if (!Files.exists(lock) || !names(lock, ended.pid())) {
      return;
    }
    try {
      Files.deleteIfExists(socket);
      Files.delete(lock);
    } catch (IOException e) {
      throw new WorkspaceException(lock + " of a server that has ended cannot be removed: " + e, e);
    }
  }

  private static boolean names(Path lock, long pid) {
    try (Stream<String> lines = Files.lines(lock)) {
      return lines.findFirst().filter(line -> line.strip().equals(Long.toString(pid))).isPresent();
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }
}
