package replicationlab.ui.deck;

import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;

/**
 * The slide that comes next, built while nothing else is to be done, and the one that was there
 * before. Neither is in a window; whoever goes there need not wait for it to be built.
 */
final class SlidesNearby {

  /** Whoever leafs through the deck stays on no slide that long. */
  private static final Duration IDLE = Duration.millis(120);

  private record Kept(Place place, SlideView slide) {}

  private final Function<Place, SlideView> maker;
  private final PauseTransition idle = new PauseTransition(IDLE);
  private @Nullable Kept ahead;
  private @Nullable Kept behind;

  SlidesNearby(Function<Place, SlideView> maker) {
    this.maker = maker;
  }

  /** The slide of a place, which must be in no window now: the one that is kept, or a new one. */
  SlideView of(Place place) {
    for (Kept kept : new Kept[] {ahead, behind}) {
      if (kept != null && place.isOnSlideOf(kept.place())) {
        return kept.slide();
      }
    }
    return maker.apply(place);
  }

  /** A slide has been taken out of the window. */
  void left(@Nullable Place place, SlideView slide) {
    behind = place == null ? null : new Kept(place, slide);
  }

  /** Builds the slide after this one as soon as there is time. */
  void prepareAfter(Place place) {
    ahead = null;
    idle.setOnFinished(_ -> prepare(place.opened(), place.index() + 1));
    idle.playFromStart();
  }

  private void prepare(OpenedDeck opened, int index) {
    Place next = new Place(opened, index, 0);
    boolean isKept = behind != null && next.isOnSlideOf(behind.place());
    if (!isKept && index < opened.deck().slides().size()) {
      ahead = new Kept(next, maker.apply(next));
    }
  }

  /** Slides are told otherwise now, or nobody sees them. */
  void forget() {
    idle.stop();
    ahead = null;
    behind = null;
  }
}
