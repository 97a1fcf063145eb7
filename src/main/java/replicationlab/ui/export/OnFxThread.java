package replicationlab.ui.export;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import replicationlab.ui.kit.FxThread;

/** Waits, on another thread, for something that only JavaFX's thread may do. */
final class OnFxThread {

  private OnFxThread() {}

  static <T> T call(Callable<T> work) throws IOException {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("An export would hold up the window.");
    }
    FutureTask<T> task = new FutureTask<>(work);
    FxThread.run(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the export was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
