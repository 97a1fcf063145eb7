package replicationlab.postgres.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.process.RunningPrograms;

/**
 * A server that crashed and lives on without the process that would bring it back. When a server
 * process crashes, the postmaster lets the startup process replay the WAL. If that cannot write
 * either, as in a folder that is read-only, a server of 18 neither ends nor tries again: whoever
 * connects hears that it is in recovery mode, for ever.
 *
 * @param cluster the server's
 */
public record StuckRecovery(Cluster cluster) {

  /** A postmaster kills what does not end by itself after 5 seconds, and then begins to recover. */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** Said after a crash only; at an ordinary start the server "is starting up". */
  private static final String RECOVERS = "the database system is in recovery mode";

  private static final Pattern SERVER_PROCESS = Pattern.compile("^postgres: ");
  private static final Pattern STARTUP = Pattern.compile("^postgres: (.*: )?startup\\b");

  /**
   * Whether that is so for as long as it takes to be sure. Answers at once where the server can be
   * connected to, or recovers.
   */
  public boolean isStuck() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (looksStuck()) {
      if (System.nanoTime() > deadline) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return false;
  }

  /** Where the system does not tell what the processes are called, none looks so. */
  private boolean looksStuck() {
    return new DataDirectory(cluster.data())
        .server()
        .filter(server -> {
          List<String> children = titles(server.pid());
          return children.stream().anyMatch(title -> SERVER_PROCESS.matcher(title).find())
              && children.stream().noneMatch(title -> STARTUP.matcher(title).find())
              && saysThatItRecovers(server.port());
        })
        .isPresent();
  }

  private static List<String> titles(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::children)
        .map(child -> RunningPrograms.title(child.pid()))
        .toList();
  }

  private static boolean saysThatItRecovers(int port) {
    try (Session _ = Session.open(Server.local(port), Timeouts.SHORT)) {
      return false;
    } catch (CannotConnect e) {
      return e.reason() == CannotConnect.Reason.STARTING_UP
          && String.valueOf(e.getMessage()).contains(RECOVERS);
    }
  }
}
