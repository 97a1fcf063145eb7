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
  private final Map<WatchKey, Path> keys = new HashMap<>();
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
    keys.keySet()
        .removeIf(key -> {
          boolean unwanted = !watched.folders().contains(keys.get(key));
          if (unwanted) {
            key.cancel();
          }
          return unwanted;
        });
    var _ = register();
  }

  /** Registers what is not; answers with the folders that are new. */
  private synchronized Set<Path> register() {
    Set<Path> fresh = new HashSet<>();
    if (service == null) {
      return fresh;
    }
    for (Path folder : watched.folders()) {
      // What comes between a look and its registration is told by nobody, so there is another look.
      Path nearest = nearestThere(folder);
      while (nearest != null && !keys.containsValue(nearest) && register(service, nearest)) {
        fresh.add(nearest);
        nearest = nearestThere(folder);
      }
    }
    return fresh;
  }

  private boolean register(WatchService with, Path folder) {
    try {
      keys.put(
          folder.register(
              with,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE),
          folder);
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
    Path folder = keys.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (folder != null && event.context() instanceof Path name) {
        saved.addAll(watched.named(folder.resolve(name)));
      } else if (folder != null) {
        // So many that the system has lost count.
        saved.addAll(watched.in(folder));
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
