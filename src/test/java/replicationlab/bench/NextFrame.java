package replicationlab.bench;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

/** How long JavaFX's thread styles and lays out the next frame of a scene that is in a window. */
final class NextFrame {

  private final Scene scene;
  private final long before;
  private final CompletableFuture<Double> laidOut;
  private final Runnable begin = this::begin;
  private final Runnable end = this::end;
  private long start;

  /**
   * @param before nanoseconds to add to it
   * @param laidOut gets the sum in milliseconds
   */
  NextFrame(Scene scene, long before, CompletableFuture<Double> laidOut) {
    this.scene = scene;
    this.before = before;
    this.laidOut = laidOut;
  }

  void await() {
    scene.addPreLayoutPulseListener(begin);
    scene.addPostLayoutPulseListener(end);
    Platform.requestNextPulse();
  }

  private void begin() {
    start = System.nanoTime();
    scene.removePreLayoutPulseListener(begin);
  }

  private void end() {
    scene.removePostLayoutPulseListener(end);
    laidOut.complete((before + System.nanoTime() - start) / 1e6);
  }
}
