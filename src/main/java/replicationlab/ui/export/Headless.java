package replicationlab.ui.export;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import replicationlab.export.ExportFailed;
import replicationlab.ui.kit.JavaFxLog;

/** JavaFX without a display, for the command line. Before anything else of JavaFX is used. */
public final class Headless {

  private Headless() {}

  /**
   * Starts it, or uses it if it runs already.
   *
   * @throws ExportFailed if this machine lacks what JavaFX needs even without a display
   */
  public static void start() throws ExportFailed {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    JavaFxLog.errorsOnly();
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      started.await();
    } catch (IllegalStateException e) {
      // It runs already.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportFailed("The export was interrupted.", e);
    } catch (RuntimeException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new ExportFailed(
          "The slides cannot be drawn on this machine ("
              + e.getMessage()
              + "); JavaFX needs FreeType and Pango (Debian: apt-get install libgtk-3-0).",
          e);
    }
  }
}
