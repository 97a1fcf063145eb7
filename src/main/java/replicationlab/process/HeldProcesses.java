package replicationlab.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Processes that hold still, with all that they have started, until this is closed. They lose
 * nothing and notice nothing but the time. Only Linux and macOS can do it.
 */
public final class HeldProcesses implements AutoCloseable {

  private static final long BETWEEN_LOOKS_NANOS = 200_000;
  private static final Set<Long> HELD_NOW = ConcurrentHashMap.newKeySet();

  static {
    // Told to end in the very moment of a hold, we leave nobody standing still.
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("release").unstarted(() -> release(Set.copyOf(HELD_NOW))));
  }

  private final Set<Long> held = new LinkedHashSet<>();

  private HeldProcesses() {}

  /** Whether this system can hold processes still at all. */
  public static boolean possible() {
    return Signals.AVAILABLE;
  }

  /**
   * Stops the processes and their descendants and waits until none of them moves.
   *
   * @throws IllegalStateException if one does not hold still within {@code patience}; all go on
   *     then
   */
  public static HeldProcesses hold(Collection<Long> roots, Duration patience) {
    HeldProcesses processes = new HeldProcesses();
    try {
      roots.forEach(processes::stop);
      while (processes.stopDescendants(roots)) {
        // A process that was just being made when its parent stopped is found the next time.
      }
      processes.awaitStill(System.nanoTime() + patience.toNanos());
      return processes;
    } catch (RuntimeException e) {
      processes.close();
      throw e;
    }
  }

  private void stop(long pid) {
    HELD_NOW.add(pid);
    held.add(pid);
    Signals.stop(pid);
  }

  private boolean stopDescendants(Collection<Long> roots) {
    List<Long> found =
        roots.stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid)
            .filter(pid -> !held.contains(pid))
            .toList();
    found.forEach(this::stop);
    return !found.isEmpty();
  }

  private void awaitStill(long deadline) {
    for (long pid : held) {
      while (!isStill(pid)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("Process " + pid + " does not hold still.");
        }
        LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      }
    }
  }

  /** Where the system does not tell, the signal was enough: nobody can ignore it. */
  private static boolean isStill(long pid) {
    return !Signals.TELLS_STATES || "TtZXx".indexOf(RunningPrograms.state(pid)) >= 0;
  }

  /** Whether a process stands still, as after a hold that nobody ended. */
  public static boolean isHeld(long pid) {
    return Signals.TELLS_STATES && RunningPrograms.state(pid) == 'T';
  }

  /** Lets processes go on, whoever has stopped them. */
  public static void release(Collection<Long> pids) {
    pids.forEach(Signals::resume);
    HELD_NOW.removeAll(Set.copyOf(pids));
  }

  /** They go on. */
  @Override
  public void close() {
    release(held);
  }
}
