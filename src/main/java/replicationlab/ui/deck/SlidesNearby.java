package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/**
 * The slides on both sides of the one that is seen, made ready while nothing else is to be done.
 * They stand invisible where the seen one stands, styled and laid out: whoever goes there waits for
 * none of it.
 */
final class SlidesNearby {

  /** Whoever leafs through the deck stays on no slide that long. */
  private static final Duration IDLE = Duration.millis(80);

  private record Kept(Place place, SlideView slide) {
    boolean isBeside(Place other) {
      return place.isIn(other.opened()) && Math.abs(place.index() - other.index()) == 1;
    }
  }

  private final Pane where;
  private final Function<Place, SlideView> maker;
  private final PauseTransition idle = new PauseTransition(IDLE);
  private final List<Kept> kept = new ArrayList<>();

  /**
   * @param where they stand, beside the seen slide
   */
  SlidesNearby(Pane where, Function<Place, SlideView> maker) {
    this.where = where;
    this.maker = maker;
  }

  /** The slide of a place: one that stands ready, which is given away, or a new one. */
  SlideView take(Place place) {
    for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
      Kept one = all.next();
      if (one.place().isOnSlideOf(place)) {
        all.remove();
        return one.slide();
      }
    }
    return maker.apply(place);
  }

  /** Makes ready what is beside this place as soon as there is time, and drops what is not. */
  void prepareBeside(Place place) {
    kept.removeIf(one -> {
      boolean far = !one.isBeside(place);
      if (far) {
        where.getChildren().remove(one.slide());
      }
      return far;
    });
    idle.setOnFinished(_ -> prepare(place));
    idle.playFromStart();
  }

  /** One slide at a time, with a moment between them for whatever the person does. */
  private void prepare(Place seen) {
    for (int index : new int[] {seen.index() + 1, seen.index() - 1}) {
      Place beside = new Place(seen.opened(), index, 0);
      boolean exists = index >= 0 && index < seen.opened().deck().slides().size();
      if (exists && kept.stream().noneMatch(it -> it.place().isOnSlideOf(beside))) {
        SlideView made = maker.apply(beside);
        keep(beside, made);
        where.getChildren().add(made);
        made.resizeRelocate(0, 0, where.getWidth(), where.getHeight());
        idle.playFromStart();
        return;
      }
    }
  }

  /** Keeps a slide where it stands; it is not laid out with its window until it is seen again. */
  void keep(Place place, SlideView slide) {
    slide.setManaged(false);
    slide.setVisible(false);
    kept.add(new Kept(place, slide));
  }

  /** Slides are told otherwise now, or nobody sees them. */
  void forget() {
    idle.stop();
    kept.forEach(one -> where.getChildren().remove(one.slide()));
    kept.clear();
  }
}
