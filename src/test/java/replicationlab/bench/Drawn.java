package replicationlab.bench;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Ends this JVM as soon as something has been drawn. */
final class Drawn extends AnimationTimer {

  /** Asks for an orderly end, in which Java writes what it has learnt. */
  static final String ORDERLY = "benchmark.orderly";

  /** In the first frame it is laid out; the third begins only when the first has been drawn. */
  private static final int FRAMES = 3;

  private final BooleanSupplier shown;
  private int frames;

  private Drawn(BooleanSupplier shown) {
    this.shown = shown;
  }

  /**
   * Call on JavaFX's thread.
   *
   * @param shown whether it is in a window by now; asked in every frame
   */
  static void endOnce(BooleanSupplier shown) {
    new Drawn(shown).start();
  }

  @Override
  public void handle(long now) {
    if ((frames > 0 || shown.getAsBoolean()) && ++frames == FRAMES) {
      // At once: an orderly end is no part of the time to the first picture.
      if (Boolean.getBoolean(ORDERLY)) {
        System.exit(0);
      }
      Runtime.getRuntime().halt(0);
    }
  }
}
