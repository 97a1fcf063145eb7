package replicationlab.ui.present;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Slide;
import replicationlab.ui.deck.Place;

/** What is drawn on each slide, and what was there before each change. */
final class Drawings {

  /** A line as it was drawn: x and y in turn. */
  record Stroke(ObservableList<Double> points) {

    static Stroke of(List<Double> points) {
      return new Stroke(FXCollections.observableArrayList(points));
    }
  }

  /**
   * Known by its title, so that its lines stay with it when slides come or go before it.
   *
   * @param mark tells it from the deck's other slides
   */
  record SlideKey(String deck, String mark) {

    /** Null in a deck without slides. */
    static @Nullable SlideKey of(Place place) {
      Slide slide = place.slide();
      if (slide == null) {
        return null;
      }
      long sameBefore =
          place.opened().deck().slides().subList(0, place.index()).stream()
              .filter(other -> other.title().equals(slide.title()))
              .count();
      return new SlideKey(
          place.opened().file().toString(), "%s/%d".formatted(slide.title(), sameBefore));
    }
  }

  private final Map<SlideKey, List<Stroke>> drawn = new HashMap<>();
  private final Map<SlideKey, Deque<List<Stroke>>> before = new HashMap<>();

  List<Stroke> on(SlideKey slide) {
    return drawn.getOrDefault(slide, List.of());
  }

  /** The slides of a deck on which something is drawn. */
  List<SlideKey> in(String deck) {
    return drawn.entrySet().stream()
        .filter(one -> one.getKey().deck().equals(deck) && !one.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  void change(SlideKey slide, List<Stroke> now) {
    before.computeIfAbsent(slide, _ -> new ArrayDeque<>()).push(on(slide));
    drawn.put(slide, List.copyOf(now));
  }

  boolean isChanged(SlideKey slide) {
    Deque<List<Stroke>> states = before.get(slide);
    return states != null && !states.isEmpty();
  }

  /** Takes the last change back, if there was one. */
  void undo(SlideKey slide) {
    Deque<List<Stroke>> states = before.get(slide);
    if (states != null && !states.isEmpty()) {
      drawn.put(slide, states.pop());
    }
  }

  /** Leaves nothing of what was drawn on a slide, nor of what could be taken back. */
  void forget(SlideKey slide) {
    drawn.remove(slide);
    before.remove(slide);
  }

  /**
   * Lays old lines under those that were drawn while the old ones were being found. They can be
   * taken back, too, one by one.
   */
  void underlay(SlideKey slide, List<Stroke> old) {
    drawn.put(slide, both(old, on(slide)));
    Deque<List<Stroke>> states = new ArrayDeque<>();
    before.getOrDefault(slide, states).forEach(state -> states.addLast(both(old, state)));
    for (int lines = old.size() - 1; lines >= 0; lines--) {
      states.addLast(old.subList(0, lines));
    }
    before.put(slide, states);
  }

  private static List<Stroke> both(List<Stroke> old, List<Stroke> since) {
    return Stream.concat(old.stream(), since.stream()).toList();
  }
}
