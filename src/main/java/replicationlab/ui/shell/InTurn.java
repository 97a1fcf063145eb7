package replicationlab.ui.shell;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work with a disk or a server, off the FX thread and one task after the other: what was remembered
 * last is what stays, and what was asked last is what shows. Use it on the FX thread.
 */
final class InTurn {

  /** A task is through in milliseconds; this is for a disk that hangs or is gone. */
  private static final Duration MOST = Duration.ofSeconds(3);

  private final Consumer<String> trouble;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /**
   * @param trouble gets the sentence of a task that cannot read or write; on any thread. What
   *     nobody expects goes where every such error goes
   */
  InTurn(Consumer<String> trouble) {
    this.trouble = trouble;
  }

  void later(Runnable task) {
    last = last.thenRunAsync(() -> carryOut(task), Thread::startVirtualThread);
  }

  /** What fails keeps nothing that comes after it from being done. */
  private void carryOut(Runnable task) {
    try {
      task.run();
    } catch (UncheckedIOException e) {
      trouble.accept(e.getMessage() + ".");
    } catch (RuntimeException | Error unexpected) {
      Thread here = Thread.currentThread();
      here.getUncaughtExceptionHandler().uncaughtException(here, unexpected);
    }
  }

  /** Waits for what was begun, so that it reaches the disk before the program ends. */
  void finish() {
    last.copy().completeOnTimeout(null, MOST.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
