package replicationlab.ui.present;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The time since a talk began, without its pauses. */
final class Stopwatch {

  private final InstantSource clock;
  private Duration before = Duration.ZERO;
  private @Nullable Instant since;

  /** Stands at zero. */
  Stopwatch(InstantSource clock) {
    this.clock = clock;
  }

  Duration elapsed() {
    Instant begun = since;
    Duration now = begun == null ? Duration.ZERO : Duration.between(begun, clock.instant());
    // A clock that is set back takes nothing away.
    return before.plus(now.isNegative() ? Duration.ZERO : now);
  }

  boolean runs() {
    return since != null;
  }

  /** Whether it never ran since it was made, or set back. */
  boolean isFresh() {
    return since == null && before.isZero();
  }

  /** Goes on; nothing happens when it runs. */
  void go() {
    if (since == null) {
      since = clock.instant();
    }
  }

  /** Goes on as if it had been let go then. */
  void takeUp(Instant began) {
    before = Duration.ZERO;
    since = began;
  }

  /** From when it counts; null while it stands. */
  @Nullable Instant began() {
    return since == null ? null : since.minus(before);
  }

  void pause() {
    before = elapsed();
    since = null;
  }

  /** From zero, running if it ran. */
  void restart() {
    before = Duration.ZERO;
    since = since == null ? null : clock.instant();
  }
}
