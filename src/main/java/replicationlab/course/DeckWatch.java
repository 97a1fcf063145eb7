package replicationlab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears when a file that is shown has been saved, in whatever way an editor saves: written in
 * place, or written beside it and moved over it. The folders are watched and not the files, because
 * a file that was moved over is another one. Saves that follow each other closely are told once,
 * when they are over. May be used by many threads.
 */
public final class DeckWatch implements AutoCloseable {

  /** Editors write a file in several pieces, and a deck with its diagrams one after the other. */
  private static final Duration QUIET = Duration.ofMillis(120);

  /** A file that is written all the time is told of all the same. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Consumer<Set<Path>> changed;
  private final @Nullable WatchService service;

  /** One folder may be watched under two names, where one of them is a link, and has one key. */
  private final Map<WatchKey, Set<Path>> keys = new HashMap<>();

  private WatchedFiles watched = WatchedFiles.NONE;

  /**
   * Watches nothing yet.
   *
   * @param changed gets the files that were saved, made or deleted, as they were named to {@link
   *     #watch}; called on a thread of this object
   */
  public DeckWatch(Consumer<Set<Path>> changed) {
    this.changed = changed;
    this.service = begin();
  }

  private @Nullable WatchService begin() {
    try {
      WatchService begun = Path.of("").toAbsolutePath().getFileSystem().newWatchService();
      Thread.ofVirtual().name("deck watch").start(() -> listen(begun));
      return begun;
    } catch (IOException | UnsupportedOperationException noneHere) {
      return null;
    }
  }

  /** Whether this system tells of changes; where it does not, one opens a deck again by hand. */
  public boolean hears() {
    return service != null;
  }

  /**
   * Watches these in the place of those before. A folder stands for all files that lie in it; what
   * is not there yet is told of when it comes.
   */
  public synchronized void watch(Collection<Path> files) {
    watched = WatchedFiles.of(files);
    Set<Path> folders = watched.folders();
    keys.values().forEach(names -> names.retainAll(folders));
    keys.entrySet()
        .removeIf(entry -> {
          boolean unwanted = entry.getValue().isEmpty();
          if (unwanted) {
            entry.getKey().cancel();
          }
          return unwanted;
        });
    var _ = register();
  }

  /** Registers what is not; answers with the folders that are new. */
  private synchronized Set<Path> register() {
    Set<Path> fresh = new HashSet<>();
    // What comes between a look and its registration is told by nobody, and may itself be a folder
    // in which something is watched: so there are other looks, until one finds nothing new.
    while (service != null && registerOnce(service, fresh)) {}
    return fresh;
  }

  private boolean registerOnce(WatchService with, Set<Path> fresh) {
    boolean any = false;
    for (Path folder : watched.folders()) {
      Path nearest = nearestThere(folder);
      if (nearest != null && !isRegistered(nearest) && register(with, nearest)) {
        any = true;
        fresh.add(nearest);
      }
    }
    return any;
  }

  private boolean isRegistered(Path folder) {
    return keys.values().stream().anyMatch(names -> names.contains(folder));
  }

  private boolean register(WatchService with, Path folder) {
    try {
      WatchKey key =
          folder.register(
              with,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      keys.computeIfAbsent(key, one -> new HashSet<>()).add(folder);
      return true;
    } catch (IOException | ClosedWatchServiceException gone) {
      // It went between the look and now; whatever is above it tells when it comes back.
      return false;
    }
  }

  private static @Nullable Path nearestThere(Path folder) {
    Path nearest = folder;
    while (nearest != null && !Files.isDirectory(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  private void listen(WatchService begun) {
    try {
      while (true) {
        Set<Path> saved = new HashSet<>();
        take(begun.take(), saved);
        long last = System.nanoTime() + LONGEST_WAIT.toNanos();
        WatchKey more = begun.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        while (more != null) {
          take(more, saved);
          more =
              System.nanoTime() > last ? null : begun.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (!saved.isEmpty()) {
          changed.accept(saved);
        }
      }
    } catch (ClosedWatchServiceException closed) {
      // Nobody wants to hear any more.
    } catch (InterruptedException nobodyInterruptsThisThread) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void take(WatchKey key, Set<Path> saved) {
    Set<Path> folders = keys.getOrDefault(key, Set.of());
    for (WatchEvent<?> event : key.pollEvents()) {
      for (Path folder : folders) {
        // An event without a name: so many that the system has lost count.
        saved.addAll(
            event.context() instanceof Path name
                ? watched.named(folder.resolve(name))
                : watched.in(folder));
      }
    }
    if (!key.reset()) {
      keys.remove(key);
    }
    // A folder that has come, or come back, may have its files already.
    register().forEach(fresh -> saved.addAll(watched.in(fresh)));
  }

  @Override
  public void close() {
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
