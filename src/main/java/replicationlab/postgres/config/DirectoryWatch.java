package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files in some directories change, come or go; the directories themselves may come and
 * go. Waits for the file system's word and asks for nothing in between.
 */
public final class DirectoryWatch implements AutoCloseable {

  /** Who changes one file often changes several: all of it is told once. */
  private static final long QUIET_MILLIS = 120;

  /** But somebody who writes on and on must not keep it from being told. */
  private static final int MOST_PAUSES = 8;

  private final List<Path> directories;
  private final Runnable changed;
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  private DirectoryWatch(List<Path> directories, Runnable changed, WatchService service) {
    this.directories = directories;
    this.changed = changed;
    this.service = service;
  }

  /**
   * Watches until closed; null if the system lets nobody watch.
   *
   * @param directories to be there now or later; name the parent too of one that comes later
   * @param changed is called on a thread of the watch's own
   */
  public static @Nullable DirectoryWatch start(List<Path> directories, Runnable changed) {
    if (directories.isEmpty()) {
      return null;
    }
    try {
      WatchService service = directories.getFirst().getFileSystem().newWatchService();
      DirectoryWatch watch = new DirectoryWatch(List.copyOf(directories), changed, service);
      watch.register();
      Thread.ofPlatform().name("file watch").daemon().start(watch::run);
      return watch;
    } catch (IOException tooMany) {
      return null;
    }
  }

  private void register() {
    keys.values().removeIf(key -> !key.isValid());
    for (Path directory : directories) {
      if (!keys.containsKey(directory) && Files.isDirectory(directory)) {
        try {
          keys.put(
              directory,
              directory.register(
                  service,
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_DELETE,
                  StandardWatchEventKinds.ENTRY_MODIFY));
        } catch (IOException goneAgain) {
          keys.remove(directory);
        }
      }
    }
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = service.take();
        for (int i = 0; key != null && i < MOST_PAUSES; i++) {
          forget(key);
          key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (key != null) {
          forget(key);
        }
        register();
        changed.run();
      }
    } catch (ClosedWatchServiceException closed) {
      // The end that was asked for.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      System.getLogger(DirectoryWatch.class.getName())
          .log(System.Logger.Level.DEBUG, "close failed", e);
    }
  }
}
