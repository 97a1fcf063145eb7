package replicationlab.postgres.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.sql.CannotConnect;

/**
 * When a server that has turned us away is asked again: each attempt is a FATAL line in its log,
 * whichever part of the program makes it, so all share one object a data directory. A server that
 * says in its pid file that it starts is not asked again before it says something else. Of others
 * the pauses grow, up to half a minute, and what may have changed a server's mind ends them at
 * once: another process, another text in one of its settings files, or, while it starts, a process
 * that it has begun. As each attempt is such a process too, only one of several who look asks
 * again, and the others take its answer.
 */
public final class Reserve {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** For which others wait for an answer; longer than a connection may take. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final List<String> FILES =
      List.of("pg_hba.conf", "pg_ident.conf", "postgresql.conf", "postgresql.auto.conf");

  private static final Map<Path, Reserve> OF_ALL = new ConcurrentHashMap<>();

  /**
   * What turned us away: a server's process and what it has read; or, if it was starting, what it
   * had started.
   */
  private record Door(PidFile server, List<FileTime> files, Set<Long> children) {

    static Door of(PidFile server, Path data, CannotConnect why) {
      boolean starts = why.reason() == CannotConnect.Reason.STARTING_UP;
      return starts
          ? new Door(server, List.of(), children(server))
          : new Door(
              server, FILES.stream().map(name -> changed(data.resolve(name))).toList(), Set.of());
    }

    /** One that is ready begins processes; one that has ended may have been that of our attempt. */
    boolean isStill(Door now) {
      return server.equals(now.server)
          && files.equals(now.files)
          && children.containsAll(now.children);
    }

    private static Set<Long> children(PidFile server) {
      return server.takesNobody()
          ? Set.of()
          : ProcessHandle.of(server.pid()).stream()
              .flatMap(ProcessHandle::children)
              .map(ProcessHandle::pid)
              .collect(Collectors.toSet());
    }

    private static FileTime changed(Path file) {
      try {
        return Files.getLastModifiedTime(file);
      } catch (IOException notThere) {
        return FileTime.fromMillis(0);
      }
    }
  }

  /**
   * Somebody asks again.
   *
   * @param again whether nothing had changed before; the answer cannot tell, as the question itself
   *     is a process that the server has begun
   */
  private record Question(PidFile server, long since, boolean again) {}

  private final Path data;
  private final LongSupplier nanoClock;
  private @Nullable Door closed;
  private @Nullable CannotConnect words;
  private Duration pause = FIRST;
  private long since;
  private boolean over;
  private @Nullable Question question;

  Reserve(Path data, LongSupplier nanoClock) {
    this.data = data;
    this.nanoClock = nanoClock;
  }

  /** That of the server of a data directory. */
  public static Reserve of(Path data) {
    return OF_ALL.computeIfAbsent(
        data.toAbsolutePath().normalize(), path -> new Reserve(path, System::nanoTime));
  }

  /** No session could be had; what the server does not put into its log needs no pause. */
  public synchronized void turnedAway(PidFile server, CannotConnect why) {
    Question put = question;
    question = null;
    if (!why.isServersAnswer()) {
      return;
    }
    Door door = Door.of(asItSaysByNow(server), data, why);
    Door before = closed;
    Duration doubled = pause.multipliedBy(2);
    Duration longer = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    boolean again = put != null ? put.again() : before != null && before.isStill(door);
    pause = again ? longer : FIRST;
    closed = door;
    words = why;
    since = nanoClock.getAsLong();
    over = false;
  }

  /** Who comes while a server opens its port is answered when it has written that it starts. */
  private PidFile asItSaysByNow(PidFile server) {
    return PidFile.read(data)
        .filter(now -> now.pid() == server.pid() && now.takesNobody())
        .orElse(server);
  }

  /**
   * What it has said, if it is too early to ask again, or somebody does just now. Where it is empty
   * the caller is expected to ask and to tell what came of it, by {@link #turnedAway} or {@link
   * #forget}.
   */
  public synchronized Optional<CannotConnect> keepsAway(PidFile server) {
    Door before = closed;
    CannotConnect why = words;
    if (before == null || why == null) {
      return Optional.empty();
    }
    long now = nanoClock.getAsLong();
    Question put = question;
    boolean isAsked =
        put != null && put.server().equals(server) && now - put.since() < ANSWER.toNanos();
    boolean isStill = before.isStill(Door.of(server, data, why));
    boolean early = isSure(server) || (!over && now - since < pause.toNanos());
    if (isAsked || (isStill && early)) {
      return Optional.of(why);
    }
    question = new Question(server, now, isStill);
    return Optional.empty();
  }

  /** One that stands still would say nothing at all, which is another matter. */
  private static boolean isSure(PidFile server) {
    return server.takesNobody() && !server.isHeld();
  }

  /** The same of one that starts or stops; whether it lets in only others is to be asked. */
  public Optional<CannotConnect> keepsAllAway(PidFile server) {
    return keepsAway(server).filter(why -> why.reason() == CannotConnect.Reason.STARTING_UP);
  }

  /** Ends the pause; the next one is longer still if nothing has changed. */
  public synchronized void end() {
    over = true;
  }

  /** It lets us in, or is gone: the next pause is a short one. */
  public synchronized void forget() {
    closed = null;
    words = null;
    question = null;
  }
}
