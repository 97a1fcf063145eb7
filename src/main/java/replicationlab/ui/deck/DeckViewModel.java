package replicationlab.ui.deck;

import java.util.List;
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
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Slide;

/** Which deck is open and at which slide. Use it on the FX thread. */
public final class DeckViewModel {

  /**
   * A slide of an open deck.
   *
   * @param index counted from 0; -1 in a deck without slides
   */
  public record Place(OpenedDeck opened, int index) {

    /** Whether it is this very deck: comparing two decks word by word would cost more. */
    @SuppressWarnings("ReferenceEquality")
    boolean isIn(@Nullable OpenedDeck deck) {
      return opened == deck;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place place && index == place.index && isIn(place.opened);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(opened) + index;
    }
  }

  /** More digits than any deck has slides. */
  private static final int MOST_DIGITS = 5;

  private final Positions positions;
  private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
  private final IntegerProperty major = new SimpleIntegerProperty(18);
  private final BooleanProperty asWritten = new SimpleBooleanProperty();
  private final ObjectProperty<UnaryOperator<Slide>> rewriting =
      new SimpleObjectProperty<>(UnaryOperator.identity());

  /** No deck is open yet. */
  public DeckViewModel(Positions positions) {
    this.positions = positions;
  }

  /** The deck and slide that are shown; null while no deck is open. */
  public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** The current slide, counted from 0; -1 when there is none. */
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
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

  /** Opens a deck at the slide at which it was left. */
  public void open(OpenedDeck opened) {
    show(opened, positions.of(key(opened)));
  }

  /** The slides of the open deck; none while none is open. */
  public List<Slide> slides() {
    Place now = place.get();
    return now == null ? List.of() : now.opened().deck().slides();
  }

  /** The current slide as it is shown. */
  public Optional<Slide> slide() {
    Place now = place.get();
    return now == null || now.index() < 0
        ? Optional.empty()
        : Optional.of(rewriting.get().apply(slides().get(now.index())));
  }

  /** Goes one slide on; stays on the last. */
  public void next() {
    goTo(index.get() + 2);
  }

  /** Goes one slide back; stays on the first. */
  public void previous() {
    goTo(index.get());
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
    typed.set("");
    Place now = place.get();
    if (now != null) {
      show(now.opened(), number - 1);
      positions.remember(key(now.opened()), index.get());
    }
  }

  /** Takes a digit of a slide's number. */
  public void type(String digit) {
    if (typed.get().length() < MOST_DIGITS) {
      typed.set(typed.get() + digit);
    }
  }

  /** Goes to the slide whose number was typed; false when none was. */
  public boolean goToTyped() {
    if (typed.get().isEmpty()) {
      return false;
    }
    goTo(Integer.parseInt(typed.get()));
    return true;
  }

  private void show(OpenedDeck opened, int wanted) {
    int last = opened.deck().slides().size() - 1;
    int next = Math.min(Math.max(wanted, 0), last);
    index.set(next);
    place.set(new Place(opened, next));
  }

  private static String key(OpenedDeck opened) {
    return opened.file().toString();
  }
}
