package replicationlab.ui.present;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;

/**
 * How a talk goes: its time, and its plan. It goes on whatever windows come and go, and whatever is
 * saved meanwhile. Use it on the FX thread.
 */
public final class Talk {

  private final DeckViewModel deck;
  private final Stopwatch watch;
  private Consumer<@Nullable Instant> clockChanged = _ -> {};
  private @Nullable OpenedDeck plannedFor;
  private Plan plan = new Plan(List.of());

  /** The slide at which the clock began, counted from 0. */
  private int first;

  /**
   * A talk that has not begun.
   *
   * @param clock tells the time of day
   */
  public Talk(DeckViewModel deck, InstantSource clock) {
    this.deck = deck;
    this.watch = new Stopwatch(clock);
  }

  /** Lets the time run from the first moment in which slides are presented. */
  public void begin() {
    if (watch.isFresh()) {
      first = deck.indexProperty().get();
      watch.go();
      clockChanged.accept(watch.began());
    }
  }

  /** Goes on with a talk in which the program was lost. */
  public void takeUp(Instant began) {
    watch.takeUp(began);
  }

  /**
   * Whoever wants to know from when the clock counts.
   *
   * @param changed gets it, and null while the clock stands
   */
  public void onClock(Consumer<@Nullable Instant> changed) {
    clockChanged = changed;
  }

  void pauseOrGo() {
    if (watch.runs()) {
      watch.pause();
    } else {
      watch.go();
    }
    clockChanged.accept(watch.began());
  }

  void restart() {
    first = deck.indexProperty().get();
    watch.restart();
    clockChanged.accept(watch.began());
  }

  Stopwatch watch() {
    return watch;
  }

  Pace pace() {
    // A talk that begins in the middle of its deck has the time of what comes before behind it.
    Duration before = plan().before(Math.max(0, first));
    return Pace.of(plan(), deck.indexProperty().get(), before.plus(watch.elapsed()));
  }

  private Plan plan() {
    Place now = deck.placeProperty().get();
    if (now == null) {
      return new Plan(List.of());
    }
    if (!now.isIn(plannedFor)) {
      plannedFor = now.opened();
      plan = Plan.of(now.opened().deck());
    }
    return plan;
  }

  Subscription subscribe(Runnable slideChanged) {
    return deck.placeProperty().subscribe(_ -> slideChanged.run());
  }
}
