package replicationlab.run;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.progress.Workspace;

/**
 * Hears that something may have changed in a lab, in whatever way it was done: by a terminal's
 * command, an editor, or another program. Files tell by themselves, servers through the monitor,
 * and a terminal says when a command has ended. Many changes at once are told once.
 */
public final class WorkspaceChanges implements AutoCloseable {

  private static final Duration GATHERED = Duration.ofMillis(300);

  /** PostgreSQL's own folders in a data directory change all the time and hold no settings. */
  private static final Set<String> SERVERS_OWN = Set.of("base", "global", "log");

  /** The program's own notes are no news. */
  private static final List<String> OWN_NOTES =
      List.of("progress.json", "opened.json", "journal.jsonl", ".drafts");

  /**
   * A server's log that lies beside its data, as pg_ctl's -l puts it where one likes: to look asks
   * the server, and one that turns us away writes that into its log, which must not be news again.
   */
  private static final Pattern LOG = Pattern.compile("(?i).*\\.log|log|logfile");

  private final Workspace workspace;
  private final Runnable changed;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("workspace changes").daemon().factory());
  private final @Nullable WatchService files;
  private @Nullable List<Object> lastSeen;

  /**
   * Begins to listen.
   *
   * @param changed called on a thread of this object, at most three times a second
   */
  public WorkspaceChanges(Workspace workspace, Runnable changed) {
    this.workspace = workspace;
    this.changed = changed;
    this.files = watch();
  }

  private @Nullable WatchService watch() {
    try {
      WatchService service = workspace.folder().getFileSystem().newWatchService();
      Thread.ofVirtual().name("workspace files").start(() -> listen(service));
      return service;
    } catch (IOException | UnsupportedOperationException noneHere) {
      // Some systems have few of them or none; the monitor and the terminal still tell.
      return null;
    }
  }

  private void listen(WatchService service) {
    try {
      registerAll(service);
      while (true) {
        WatchKey key = service.take();
        boolean matters = key.pollEvents().stream().anyMatch(WorkspaceChanges::matters);
        key.reset();
        registerAll(service);
        if (matters) {
          tell();
        }
      }
    } catch (ClosedWatchServiceException closed) {
      // The lab was closed.
    } catch (InterruptedException nobodyInterruptsThisThread) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean matters(WatchEvent<?> event) {
    if (event.context() == null) {
      return true;
    }
    String name = event.context().toString();
    boolean logGrows =
        StandardWatchEventKinds.ENTRY_MODIFY.equals(event.kind()) && LOG.matcher(name).matches();
    return !logGrows && OWN_NOTES.stream().noneMatch(name::startsWith);
  }

  /** To register a folder again costs nothing and changes nothing. */
  private void registerAll(WatchService service) {
    register(workspace.folder(), service);
    for (Path data : List.of(workspace.primaryData(), workspace.standbyData())) {
      register(data, service);
      try (DirectoryStream<Path> folders =
          Files.newDirectoryStream(data, WorkspaceChanges::mayHoldSettings)) {
        folders.forEach(folder -> register(folder, service));
      } catch (IOException notThereYet) {
        // It is heard of when it comes.
      }
    }
  }

  private static boolean mayHoldSettings(Path path) {
    String name = String.valueOf(path.getFileName());
    return !name.startsWith("pg_") && !SERVERS_OWN.contains(name) && Files.isDirectory(path);
  }

  private static void register(Path folder, WatchService service) {
    try {
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException notThere) {
      // It is heard of when it comes.
    }
  }

  /** Something may have changed: a terminal's command has ended, say. From any thread. */
  public void tell() {
    if (waiting.compareAndSet(false, true)) {
      try {
        var _ =
            clock.schedule(
                () -> {
                  waiting.set(false);
                  changed.run();
                },
                GATHERED.toMillis(),
                TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        // The lab was closed meanwhile.
      }
    }
  }

  /** Hears of the servers from a monitor: only what differs from the last time is news. */
  public synchronized void accept(ReplicationSnapshot snapshot) {
    List<Object> seen =
        List.of(
            snapshot.primary().state(),
            snapshot.standby().state(),
            String.valueOf(snapshot.primary().inRecovery()),
            String.valueOf(snapshot.standby().inRecovery()),
            snapshot.primary().lsn(),
            snapshot.standby().lsn(),
            snapshot.standby().activity(),
            snapshot.primary().settingsLoaded(),
            snapshot.standby().settingsLoaded());
    if (!seen.equals(lastSeen)) {
      lastSeen = seen;
      tell();
    }
  }

  /** Ends listening. */
  @Override
  public void close() {
    clock.shutdownNow();
    if (files != null) {
      try {
        files.close();
      } catch (IOException e) {
        System.getLogger(WorkspaceChanges.class.getName())
            .log(System.Logger.Level.DEBUG, "closing", e);
      }
    }
  }
}
