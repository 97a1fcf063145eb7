package replicationlab.ui.present;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
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
import replicationlab.ui.deck.Place;
import replicationlab.ui.present.Drawings.SlideKey;
import replicationlab.ui.present.Drawings.Stroke;

/**
 * What is drawn and pointed at on the slides, alike in every window, and drawn there again after
 * the next start. Points are in pixels of the slide's canvas, so that they hold at any size. Use it
 * on the FX thread.
 */
public final class Ink {

  /** What the pointer is over a slide. */
  public enum Tool {
    NONE,
    PEN,
    LASER
  }

  /** What lies over a slide is drawn on too, but for as long as it lies there. */
  private static final SlideKey OVER_SLIDE = new SlideKey("", "");

  /** A line that is still drawn is kept so often, in nanoseconds: the program may be killed. */
  private static final long KEPT_EVERY = 1_000_000_000;

  private final InkMemory memory;
  private final LongSupplier clock;
  private final Set<String> recalled = new HashSet<>();
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Point2D> laser = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Stroke> strokes = FXCollections.observableArrayList();
  private final Drawings drawings = new Drawings();
  private @Nullable SlideKey slide;
  private @Nullable Place place;
  private @Nullable Stroke underThePen;
  private long keptAt;

  /** Ink on clean slides, until the memory has found what was drawn on them. */
  public Ink(InkMemory memory) {
    this(memory, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds
   */
  Ink(InkMemory memory, LongSupplier clock) {
    this.memory = memory;
    this.clock = clock;
  }

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
    end();
    place = wanted;
    SlideKey now = wanted == null ? null : SlideKey.of(wanted);
    if (!OVER_SLIDE.equals(slide)) {
      slide = now;
    }
    laser.set(null);
    refresh();
    if (now != null && recalled.add(now.deck())) {
      memory.recall(now.deck(), drawn -> take(now.deck(), drawn));
    }
  }

  /**
   * Something lies over the slide, clean, and hides what is drawn on the slide; or not any more.
   */
  public void overSlide(boolean lies) {
    if (lies == OVER_SLIDE.equals(slide)) {
      return;
    }
    end();
    drawings.forget(OVER_SLIDE);
    slide = lies ? OVER_SLIDE : place == null ? null : SlideKey.of(place);
    refresh();
  }

  private void refresh() {
    strokes.setAll(slide == null ? List.of() : drawings.on(slide));
  }

  private void take(String deck, Map<String, List<List<Double>>> drawn) {
    drawn.forEach((mark, lines) -> {
      SlideKey key = new SlideKey(deck, mark);
      boolean drawnOnSince = drawings.isChanged(key);
      drawings.underlay(key, lines.stream().map(Stroke::of).toList());
      if (drawnOnSince) {
        remember(key);
      }
    });
    refresh();
  }

  /** Sets the pen down. */
  void begin(Point2D point) {
    if (slide != null) {
      Stroke stroke = Stroke.of(List.of(point.getX(), point.getY()));
      drawings.change(slide, Stream.concat(strokes.stream(), Stream.of(stroke)).toList());
      strokes.add(stroke);
      underThePen = stroke;
      keptAt = clock.getAsLong();
    }
  }

  /** Moves the pen on. */
  void draw(Point2D point) {
    if (underThePen != null) {
      underThePen.points().addAll(point.getX(), point.getY());
      long now = clock.getAsLong();
      if (now - keptAt >= KEPT_EVERY) {
        keptAt = now;
        remember();
      }
    }
  }

  /** Lifts the pen. */
  void end() {
    if (underThePen != null) {
      underThePen = null;
      remember();
    }
  }

  /** Points with the laser; null takes it away. */
  void point(@Nullable Point2D at) {
    laser.set(at);
  }

  /** Whether there is something to take back on this slide. */
  public boolean isDrawnOn() {
    return slide != null && drawings.isChanged(slide);
  }

  /** Takes back the last stroke, or the last erasing. */
  public void undo() {
    if (slide != null && drawings.isChanged(slide)) {
      drawings.undo(slide);
      refreshed();
    }
  }

  /** Erases what is drawn on this slide. */
  public void erase() {
    if (slide != null && !strokes.isEmpty()) {
      drawings.change(slide, List.of());
      refreshed();
    }
  }

  /** Erases what is drawn on every slide of this deck; how many slides there were. */
  public int eraseAll() {
    SlideKey now = place == null ? null : SlideKey.of(place);
    List<SlideKey> all = now == null ? List.of() : drawings.in(now.deck());
    underThePen = null;
    for (SlideKey one : all) {
      drawings.change(one, List.of());
      remember(one);
    }
    refresh();
    return all.size();
  }

  private void refreshed() {
    underThePen = null;
    refresh();
    remember();
  }

  private void remember() {
    if (slide != null && !OVER_SLIDE.equals(slide)) {
      remember(slide);
    }
  }

  private void remember(SlideKey key) {
    memory.remember(
        key.deck(),
        key.mark(),
        drawings.on(key).stream().map(stroke -> List.copyOf(stroke.points())).toList());
  }
}
