package replicationlab.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** What is wished of a lab that has just been closed fails like anything else that fails. */
final class Later {

  private Later() {}

  static <T> CompletableFuture<T> on(ExecutorService thread, Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, thread);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("This lab has been closed.", closed));
    }
  }
}
