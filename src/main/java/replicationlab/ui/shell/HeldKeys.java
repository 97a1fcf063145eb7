package replicationlab.ui.shell;

import java.time.Duration;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A key that switches something counts once while it is held down, whichever windows come and go
 * meanwhile. Systems repeat a key that is down, and while a window opens a second may pass: without
 * this it would be closed again, and opened, for as long as the repeats come faster than that. Use
 * it on JavaFX's thread.
 */
final class HeldKeys {

  /** Longer than a busy machine takes to hand on a repeat; a release that got lost is forgotten. */
  private static final Duration REPEATS_WITHIN = Duration.ofSeconds(5);

  private final Predicate<KeyEvent> counting;

  /** Systems repeat the key that was pressed last, and no other. */
  private @Nullable KeyCode down;

  private long last;

  /**
   * Nothing is held yet.
   *
   * @param counting whether this press is one that counts once; others may repeat
   */
  HeldKeys(Predicate<KeyEvent> counting) {
    this.counting = counting;
  }

  /** For a filter of every window that may have the keyboard. */
  void filter(KeyEvent event) {
    if (event.isConsumed()) {
      // It comes again, when the window is ready for it.
      return;
    }
    if (event.getEventType() == KeyEvent.KEY_RELEASED) {
      if (event.getCode() == down) {
        down = null;
      }
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      boolean repeats =
          event.getCode() == down && System.nanoTime() - last < REPEATS_WITHIN.toNanos();
      down = event.getCode();
      handled();
      if (repeats && counting.test(event)) {
        event.consume();
      }
    }
  }

  /** What the key does is done: repeats that waited for it come from now on. */
  void handled() {
    last = System.nanoTime();
  }
}
