package replicationlab.ui.shell;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key that is held down counts once, whichever windows come and go meanwhile. Systems repeat a
 * key that is down, and while a show begins a second may pass: without this it would end again. Use
 * it on JavaFX's thread.
 */
final class HeldKey {

  /** Longer than a busy machine takes to hand on a repeat; a release that got lost is forgotten. */
  private static final Duration REPEATS_WITHIN = Duration.ofSeconds(5);

  private final KeyCode key;
  private boolean isDown;
  private long last;

  HeldKey(KeyCode key) {
    this.key = key;
  }

  /** For a filter of every window that may have the keyboard. */
  void filter(KeyEvent event) {
    if (event.getCode() != key) {
      return;
    }
    if (event.getEventType() == KeyEvent.KEY_RELEASED) {
      isDown = false;
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      boolean repeats = isDown && System.nanoTime() - last < REPEATS_WITHIN.toNanos();
      isDown = true;
      handled();
      if (repeats) {
        event.consume();
      }
    }
  }

  /** What the key does is done: repeats that waited for it come from now on. */
  void handled() {
    last = System.nanoTime();
  }
}
