package replicationlab.ui.console;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import replicationlab.ui.kit.FxThread;

/** Work that is done a piece with every frame, on JavaFX's thread. */
@FunctionalInterface
interface Frames {

  /** Calls {@code work} at every frame until it answers that nothing is left; from any thread. */
  void untilDone(BooleanSupplier work);

  /** The frames of the screen. */
  static Frames ofTheScreen() {
    return work ->
        FxThread.run(() ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (work.getAsBoolean()) {
                  stop();
                }
              }
            }.start());
  }
}
