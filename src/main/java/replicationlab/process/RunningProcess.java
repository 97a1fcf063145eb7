package replicationlab.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.exec.ProcessDestroyer;
import org.jspecify.annotations.Nullable;
import replicationlab.process.CommandResult.Ending;

/**
 * The process of one command and why it ends. It is commons-exec's {@link ProcessDestroyer} because
 * that is how commons-exec tells which process it has started.
 */
final class RunningProcess implements ProcessDestroyer {

  private static final Duration TIME_TO_OBEY = Duration.ofSeconds(3);
  private static final Duration TIME_TO_DIE = Duration.ofSeconds(1);

  private final Duration timeout;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable Process process;
  private @Nullable Ending forced;
  private boolean over;

  RunningProcess(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public synchronized boolean add(Process started) {
    process = started;
    if (forced != null) {
      endInBackground(started.toHandle());
    }
    Thread.ofVirtual().name("time-out").start(() -> watch(started));
    return true;
  }

  private void watch(Process started) {
    try {
      if (!started.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        force(Ending.TIMED_OUT);
      }
    } catch (InterruptedException nobodyInterruptsThisThread) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process and all that descend from it, unless it has ended by itself. */
  synchronized void force(Ending why) {
    if (over || forced != null) {
      return;
    }
    forced = why;
    if (process != null) {
      endInBackground(process.toHandle());
    }
  }

  /** Waits until a forced end is through. */
  Ending ending() {
    synchronized (this) {
      over = true;
      process = null;
      if (forced == null) {
        return Ending.EXITED;
      }
    }
    ended.join();
    return forced;
  }

  private void endInBackground(ProcessHandle root) {
    // Found now, while it has its parents.
    ProcessTree tree = ProcessTree.of(Stream.of(root));
    Thread.ofVirtual().name("ender").start(() -> end(tree));
  }

  private void end(ProcessTree tree) {
    try {
      tree.processes().forEach(ProcessHandle::destroy);
      if (!tree.haveGone(TIME_TO_OBEY)) {
        ProcessTree stubborn = ProcessTree.of(tree.processes().stream());
        stubborn.processes().forEach(ProcessHandle::destroyForcibly);
        stubborn.haveGone(TIME_TO_DIE);
      }
    } finally {
      ended.complete(null);
    }
  }

  @Override
  public boolean remove(Process gone) {
    return true;
  }

  @Override
  public int size() {
    return 1;
  }
}
