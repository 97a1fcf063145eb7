package replicationlab.postgres.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How fast bytes have come in the last seconds: what a person means by "the rate now". */
final class TransferRate {

  private static final long WINDOW_NANOS = 3_000_000_000L;
  private static final long LEAST_NANOS = 100_000_000L;

  private record Sample(long nanos, long bytes) {}

  private final LongSupplier clock;
  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * @param clock nanoseconds, from any origin
   */
  TransferRate(LongSupplier clock) {
    this.clock = clock;
  }

  /** Notes how many bytes are here now; answers with bytes per second, 0 while it is too early. */
  long at(long bytes) {
    long now = clock.getAsLong();
    samples.addLast(new Sample(now, bytes));
    while (samples.size() > 2 && now - samples.getFirst().nanos() > WINDOW_NANOS) {
      samples.removeFirst();
    }
    Sample oldest = samples.getFirst();
    long nanos = now - oldest.nanos();
    return nanos < LEAST_NANOS ? 0 : (bytes - oldest.bytes()) * 1_000_000_000L / nanos;
  }
}
