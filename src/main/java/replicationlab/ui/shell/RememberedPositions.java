package replicationlab.ui.shell;

import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.Positions;

/** The slide at which each deck was left, in the settings, where slides count from 1. */
record RememberedPositions(SettingsStore settings) implements Positions {

  @Override
  public int of(String deckKey) {
    return settings.current().decks().slideIn(deckKey) - 1;
  }

  @Override
  public void remember(String deckKey, int index) {
    settings.update(now -> now.with(now.decks().at(deckKey, index + 1)));
  }
}
