package replicationlab.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes that are to end together. */
public record ProcessTree(List<ProcessHandle> processes) {

  /**
   * With all that descend from them now, each once, the parents last. Later is too late: when its
   * parent has gone, a process descends from nobody that we know.
   */
  public static ProcessTree of(Stream<ProcessHandle> roots) {
    List<ProcessHandle> all = new ArrayList<>();
    roots.forEach(root -> {
      root.descendants().forEach(all::add);
      all.add(root);
    });
    return new ProcessTree(all.stream().distinct().toList());
  }

  /** Waits until all of them have ended; answers whether they have. */
  public boolean haveGone(Duration within) {
    CompletableFuture<?>[] exits =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(exits).get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException stillThere) {
      return false;
    } catch (InterruptedException nobodyInterruptsThisThread) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
