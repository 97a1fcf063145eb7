package replicationlab.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** When which step of a lab ran; since the program was started. For any thread. */
public final class StepTimes {

  private static final int KEPT = 500;

  /** A server writes its last words a moment after the command that made it. */
  private static final Duration AFTERWARDS = Duration.ofMillis(1500);

  private record Run(String stepId, Instant from, Instant to) {}

  private final Clock clock;
  private final Deque<Run> runs = new ArrayDeque<>();

  /** By the system's clock, as the servers' logs are. */
  public StepTimes() {
    this(Clock.systemUTC());
  }

  StepTimes(Clock clock) {
    this.clock = clock;
  }

  /** Hears what happens in a lab. */
  public synchronized void accept(LabEvent event) {
    if (!(event instanceof LabEvent.StepChanged changed)) {
      return;
    }
    Run last = runs.peekLast();
    boolean runsNow = changed.state().status() == StepState.Status.RUNNING;
    if (runsNow) {
      runs.addLast(new Run(event.stepId(), clock.instant(), Instant.MAX));
      if (runs.size() > KEPT) {
        runs.removeFirst();
      }
    } else if (last != null
        && last.stepId().equals(event.stepId())
        && last.to().equals(Instant.MAX)) {
      runs.removeLast();
      runs.addLast(new Run(last.stepId(), last.from(), clock.instant().plus(AFTERWARDS)));
    }
  }

  /** The step that ran at a time, the last one if several did. */
  synchronized Optional<String> stepAt(Instant time) {
    for (Iterator<Run> newest = runs.descendingIterator(); newest.hasNext(); ) {
      Run run = newest.next();
      if (!time.isBefore(run.from()) && !time.isAfter(run.to())) {
        return Optional.of(run.stepId());
      }
    }
    return Optional.empty();
  }
}
