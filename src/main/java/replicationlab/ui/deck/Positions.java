package replicationlab.ui.deck;

/** Remembers at which slide each deck was left. */
public interface Positions {

  /** The index of the slide, counted from 0; 0 for a deck that was never open. */
  int of(String deckKey);

  /** Remembers it; called at every change of slide, so it must not wait for a disk. */
  void remember(String deckKey, int index);
}
