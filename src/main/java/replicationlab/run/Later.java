package replicationlab.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** What is wished of a lab that has just been closed fails like anything else that fails. */
final class Later {

  private Later() {}

  /** Does one thing after another. Keeps no program from ending. */
  static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  static <T> CompletableFuture<T> on(ExecutorService thread, Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, thread);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("This lab has been closed.", closed));
    }
  }
}
