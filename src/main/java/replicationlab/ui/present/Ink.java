package replicationlab.ui.present;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Slide;
import replicationlab.ui.deck.Place;

/**
 * What is drawn and pointed at on the slides, alike in every window, until the program ends. Points
 * are in pixels of the slide's canvas, so that they hold at any size. Use it on the FX thread.
 */
public final class Ink {

  /** What the pointer is over a slide. */
  public enum Tool {
    NONE,
    PEN,
    LASER
  }

  /** A line as it was drawn: x and y in turn. */
  record Stroke(ObservableList<Double> points) {}

  /** Known by its title, so that its lines stay with it when slides come or go before it. */
  private record SlideKey(String file, String title, long sameBefore) {}

  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Point2D> laser = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Stroke> strokes = FXCollections.observableArrayList();
  private final Map<SlideKey, List<Stroke>> kept = new HashMap<>();
  private final Map<SlideKey, Deque<List<Stroke>>> before = new HashMap<>();
  private @Nullable SlideKey slide;
  private @Nullable Place place;

  /** What the pointer is. */
  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /** Takes a tool, or lays it down when it is in the hand. */
  public void toggle(Tool wanted) {
    tool.set(tool.get() == wanted ? Tool.NONE : wanted);
    laser.set(null);
  }

  /** Where the laser points; null while it does not. */
  ReadOnlyObjectProperty<@Nullable Point2D> laserProperty() {
    return laser.getReadOnlyProperty();
  }

  /** Whether the pen is in the hand, or something is drawn on this slide. */
  public BooleanBinding inUse() {
    return tool.isNotEqualTo(Tool.NONE).or(Bindings.isNotEmpty(strokes));
  }

  ObservableList<Stroke> strokes() {
    return strokes;
  }

  /** Shows what was drawn on the slide of a place. */
  public void show(@Nullable Place wanted) {
    if (wanted != null && wanted.isOnSlideOf(place)) {
      return;
    }
    place = wanted;
    slide = wanted == null ? null : key(wanted);
    laser.set(null);
    strokes.setAll(slide == null ? List.of() : kept.getOrDefault(slide, List.of()));
  }

  private static @Nullable SlideKey key(Place place) {
    Slide slide = place.slide();
    if (slide == null) {
      return null;
    }
    long same =
        place.opened().deck().slides().subList(0, place.index()).stream()
            .filter(other -> other.title().equals(slide.title()))
            .count();
    return new SlideKey(place.opened().file().toString(), slide.title(), same);
  }

  /** Sets the pen down. */
  void begin(Point2D point) {
    remember();
    Stroke stroke = new Stroke(FXCollections.observableArrayList(point.getX(), point.getY()));
    strokes.add(stroke);
    keep();
  }

  /** Moves the pen on. */
  void draw(Point2D point) {
    if (!strokes.isEmpty()) {
      strokes.getLast().points().addAll(point.getX(), point.getY());
    }
  }

  /** Points with the laser; null takes it away. */
  void point(@Nullable Point2D at) {
    laser.set(at);
  }

  /** Whether there is something to take back on this slide. */
  public boolean isDrawnOn() {
    return slide != null && !before.getOrDefault(slide, new ArrayDeque<>()).isEmpty();
  }

  /** Takes back the last stroke, or the last erasing. */
  public void undo() {
    Deque<List<Stroke>> states = slide == null ? null : before.get(slide);
    if (states != null && !states.isEmpty()) {
      strokes.setAll(states.pop());
      keep();
    }
  }

  /** Erases what is drawn on this slide. */
  public void erase() {
    if (!strokes.isEmpty()) {
      remember();
      strokes.clear();
      keep();
    }
  }

  private void remember() {
    if (slide != null) {
      before.computeIfAbsent(slide, _ -> new ArrayDeque<>()).push(List.copyOf(strokes));
    }
  }

  private void keep() {
    if (slide != null) {
      kept.put(slide, List.copyOf(strokes));
    }
  }
}
