package replicationlab.postgres.replication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.PidFile;

/**
 * When a server that has turned us away is asked again: each attempt is a FATAL line in its log, so
 * the pauses grow, up to half a minute. What may have changed its mind ends the pause at once:
 * another process, or another text in one of its settings files.
 */
final class Reserve {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final List<String> FILES =
      List.of("pg_hba.conf", "pg_ident.conf", "postgresql.conf", "postgresql.auto.conf");

  /** What turned us away: a server's process and what it has read. */
  private record Door(long pid, int port, List<FileTime> files) {

    static Door of(PidFile server, Path data) {
      return new Door(
          server.pid(),
          server.port(),
          FILES.stream().map(name -> changed(data.resolve(name))).toList());
    }

    private static FileTime changed(Path file) {
      try {
        return Files.getLastModifiedTime(file);
      } catch (IOException notThere) {
        return FileTime.fromMillis(0);
      }
    }
  }

  private final LongSupplier nanoClock;
  private @Nullable Door closed;
  private Duration pause = FIRST;
  private long since;
  private boolean over;

  Reserve(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** It has turned us away. */
  synchronized void turnedAway(PidFile server, Path data) {
    Door door = Door.of(server, data);
    Duration doubled = pause.multipliedBy(2);
    Duration longer = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    pause = door.equals(closed) ? longer : FIRST;
    closed = door;
    since = nanoClock.getAsLong();
    over = false;
  }

  /** Whether it is too early to ask again. */
  synchronized boolean keepsAway(PidFile server, Path data) {
    return closed != null
        && !over
        && nanoClock.getAsLong() - since < pause.toNanos()
        && closed.equals(Door.of(server, data));
  }

  /** Ends the pause; the next one is longer still if nothing has changed. */
  synchronized void end() {
    over = true;
  }

  /** It lets us in, or is gone: the next pause is a short one. */
  synchronized void forget() {
    closed = null;
  }
}
