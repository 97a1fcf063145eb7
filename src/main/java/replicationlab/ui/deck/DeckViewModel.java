package replicationlab.ui.deck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Slide;
import replicationlab.deck.SlideLinks;

/**
 * Which deck is open, at which slide, and at which of its steps: the one model of every view that
 * shows slides. Use it on the FX thread.
 */
public final class DeckViewModel {

  /** More digits than any deck has slides. */
  private static final int MOST_DIGITS = 5;

  private final Positions positions;
  private final Steps counter;
  private final Map<Integer, Integer> counted = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
  private final ShowState showState = new ShowState();
  private final IntegerProperty major = new SimpleIntegerProperty(18);
  private final BooleanProperty asWritten = new SimpleBooleanProperty();
  private final ObjectProperty<UnaryOperator<Slide>> rewriting =
      new SimpleObjectProperty<>(UnaryOperator.identity());

  /** No deck is open yet. */
  public DeckViewModel(Positions positions) {
    this(positions, Steps.OF_DIAGRAMS);
  }

  /** No deck is open yet, and steps are counted in this way. */
  public DeckViewModel(Positions positions, Steps steps) {
    this.positions = positions;
    this.counter = steps;
  }

  /** The deck, slide and step that are shown; null while no deck is open. */
  public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** The current slide, counted from 0; -1 when there is none. */
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /** How many steps the current slide has; 0 when it is shown all at once. */
  public ReadOnlyIntegerProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** Curtain, magnification and marked words, alike in every window. */
  public ShowState showState() {
    return showState;
  }

  /** The digits of a slide's number that wait for Enter. */
  public ReadOnlyStringProperty typedProperty() {
    return typed.getReadOnlyProperty();
  }

  /** The major version of PostgreSQL that the user works with; 9 stands for 9.6. */
  public IntegerProperty majorProperty() {
    return major;
  }

  /** Whether slides are as of 9.0, as the course was written, and not as of the chosen version. */
  public BooleanProperty asWrittenProperty() {
    return asWritten;
  }

  /** From then to now, or back. */
  public void toggleAsWritten() {
    asWritten.set(!asWritten.get());
  }

  /** Changes a slide before it is shown, such as its ports. */
  public ObjectProperty<UnaryOperator<Slide>> rewritingProperty() {
    return rewriting;
  }

  /** Opens a deck at the slide at which it was left, before its first step. */
  public void open(OpenedDeck opened) {
    show(opened, positions.of(key(opened)), 0);
  }

  /**
   * Shows the open deck as it has been read again: the same slide, known by its name or else by its
   * number, at the same step, and behind the same curtain.
   */
  public void reload(OpenedDeck again) {
    Place now = place.get();
    if (now == null || now.index() < 0) {
      open(again);
      return;
    }
    String name = SlideLinks.name(slides(), now.index());
    int found = SlideLinks.names(again.deck().slides()).indexOf(name);
    ShowState.Curtain curtain = showState.curtainProperty().get();
    double zoom = showState.zoomProperty().get();
    Point2D centre = showState.centreProperty().get();
    show(again, found < 0 ? now.index() : found, now.step());
    showState.curtainProperty().set(curtain);
    showState.zoomTo(zoom, centre);
  }

  /** The slides of the open deck; none while none is open. */
  public List<Slide> slides() {
    Place now = place.get();
    return now == null ? List.of() : now.opened().deck().slides();
  }

  /** The current slide as it is shown. */
  public Optional<Slide> slide() {
    Place now = place.get();
    return Optional.ofNullable(now == null ? null : now.slide()).map(rewriting.get());
  }

  /** What {@link #next} leads to; null at the end, and while no deck is open. */
  public @Nullable Place after() {
    Place now = place.get();
    if (now == null) {
      return null;
    }
    if (now.step() < steps.get()) {
      return new Place(now.opened(), now.index(), now.step() + 1);
    }
    return now.index() + 1 < slides().size() ? new Place(now.opened(), now.index() + 1, 0) : null;
  }

  /** Takes the next step, or goes to the next slide; stays at the end. */
  public void next() {
    go(after());
  }

  /** Takes back a step, or goes to the last step of the slide before; stays at the beginning. */
  public void previous() {
    Place now = place.get();
    if (now != null && now.step() > 0) {
      showStep(now.step() - 1);
    } else if (now != null && now.index() > 0) {
      go(new Place(now.opened(), now.index() - 1, stepsOf(now.opened(), now.index() - 1)));
    }
  }

  /** Goes to the next slide, whatever steps are left; stays on the last. */
  public void nextSlide() {
    if (index.get() < slides().size() - 1) {
      goTo(index.get() + 2);
    }
  }

  /** Goes to the beginning of the slide before, or of the first slide. */
  public void previousSlide() {
    goTo(index.get());
  }

  /** Shows the current slide at a step; one out of range means the nearest. */
  public void showStep(int step) {
    Place now = place.get();
    if (now != null) {
      go(new Place(now.opened(), now.index(), step));
    }
  }

  /** Goes to the first slide. */
  public void first() {
    goTo(1);
  }

  /** Goes to the last slide. */
  public void last() {
    goTo(slides().size());
  }

  /** Goes to a slide by its number, counted from 1; a number out of range means the nearest. */
  public void goTo(int number) {
    goTo(number, 0);
  }

  /** Goes to a step of a slide. */
  public void goTo(int number, int step) {
    Place now = place.get();
    if (now != null) {
      go(new Place(now.opened(), number - 1, step));
    }
  }

  /** Takes a digit of a slide's number. */
  public void type(String digit) {
    if (typed.get().length() < MOST_DIGITS) {
      typed.set(typed.get() + digit);
    }
  }

  /** No number waits for Enter any more. */
  public void forgetTyped() {
    typed.set("");
  }

  /** Goes to the slide whose number was typed; false when none was. */
  public boolean goToTyped() {
    if (typed.get().isEmpty()) {
      return false;
    }
    goTo(Integer.parseInt(typed.get()));
    return true;
  }

  private void go(@Nullable Place wanted) {
    typed.set("");
    if (wanted != null) {
      show(wanted.opened(), wanted.index(), wanted.step());
      positions.remember(key(wanted.opened()), index.get());
    }
  }

  private void show(OpenedDeck opened, int wanted, int step) {
    Place before = place.get();
    boolean sameDeck = before != null && before.isIn(opened);
    if (!sameDeck) {
      counted.clear();
    }
    int next = Math.min(Math.max(wanted, 0), opened.deck().slides().size() - 1);
    int most = stepsOf(opened, next);
    if (sameDeck && before.index() == next) {
      showState.curtainProperty().set(ShowState.Curtain.OPEN);
    } else {
      showState.plain();
    }
    // A listener to either number finds the place still as it was; views listen to the place.
    index.set(next);
    steps.set(most);
    place.set(new Place(opened, next, Math.clamp(step, 0, most)));
  }

  private int stepsOf(OpenedDeck opened, int slide) {
    return slide < 0
        ? 0
        : counted.computeIfAbsent(slide, at -> counter.of(opened, opened.deck().slides().get(at)));
  }

  private static String key(OpenedDeck opened) {
    return opened.file().toString();
  }
}
