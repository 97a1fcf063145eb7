package replicationlab.ui.deck;

/** Remembers at which slide each deck was left. */
public interface Positions {

  /** Remembers nothing: each deck begins at its first slide. */
  Positions NONE =
      new Positions() {
        @Override
        public int of(String deckKey) {
          return 0;
        }

        @Override
        public void remember(String deckKey, int index) {}
      };

  /** The index of the slide, counted from 0; 0 for a deck that was never open. */
  int of(String deckKey);

  /** Remembers it; called at every change of slide, so it must not wait for a disk. */
  void remember(String deckKey, int index);
}
