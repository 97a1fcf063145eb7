package replicationlab.ui.shell;

import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;

/** The slide at which each deck was left, in the settings, where slides count from 1. */
record RememberedPositions(SettingsStore settings) implements Positions {

  /** A model that begins where it was left, also between then and now. */
  static DeckViewModel deck(SettingsStore settings) {
    DeckViewModel deck = new DeckViewModel(new RememberedPositions(settings));
    deck.asWrittenProperty().set(settings.current().asWritten());
    deck.asWrittenProperty()
        .subscribe(asWritten -> settings.update(now -> now.withAsWritten(asWritten)));
    return deck;
  }

  @Override
  public int of(String deckKey) {
    return settings.current().decks().slideIn(deckKey) - 1;
  }

  @Override
  public void remember(String deckKey, int index) {
    settings.update(now -> now.with(now.decks().at(deckKey, index + 1)));
  }
}
