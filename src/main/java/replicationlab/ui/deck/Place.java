package replicationlab.ui.deck;

import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Slide;

/**
 * A slide of an open deck, and how much of it is shown.
 *
 * @param index counted from 0; -1 in a deck without slides
 * @param step how many of the slide's {@link Steps} have been taken; 0 is how it opens
 */
public record Place(OpenedDeck opened, int index, int step) {

  /** The slide as its author wrote it; null in a deck without slides. */
  public @Nullable Slide slide() {
    return index < 0 ? null : opened.deck().slides().get(index);
  }

  /** Whether it is this very deck: comparing two decks word by word would cost more. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isIn(@Nullable OpenedDeck deck) {
    return opened == deck;
  }

  /** Whether it is the same slide of the same deck, at whatever step. */
  public boolean isOnSlideOf(@Nullable Place other) {
    return other != null && index == other.index && isIn(other.opened);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place && step == place.step && isOnSlideOf(place);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * System.identityHashCode(opened) + index) + step;
  }
}
