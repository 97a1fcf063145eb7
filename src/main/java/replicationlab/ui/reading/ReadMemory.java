package replicationlab.ui.reading;

import java.util.Set;
import replicationlab.course.OpenedDeck;

/** Remembers which slides of a deck have been read. */
public interface ReadMemory {

  /** The indexes, counted from 0, of the slides that were read. */
  Set<Integer> of(OpenedDeck deck);

  /** These slides have been read now. */
  void remember(OpenedDeck deck, Set<Integer> read);
}
