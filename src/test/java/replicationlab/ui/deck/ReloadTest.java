package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import replicationlab.course.OpenedDeck;

/** A deck that is saved while it is shown leaves everybody where they are. */
class ReloadTest {

  private static final String TWO = "# A\n\n+ a\n+ b\n\n***\n\n# B\n\n+ c\n+ d\n";

  private final DeckViewModel model = new DeckViewModel(Decks.inMemory());

  private Place place() {
    Place place = model.placeProperty().get();
    assertThat(place).isNotNull();
    return place;
  }

  private void at(int number, int step) {
    model.open(Decks.open(TWO));
    model.goTo(number, step);
  }

  @Test
  void theSlideIsKnownByItsNameAndTheStepIsKept() {
    at(2, 1);
    OpenedDeck again = Decks.open("# New\n\n***\n\n" + TWO.replace("+ d", "+ dd"));
    model.reload(again);
    assertThat(place()).isEqualTo(new Place(again, 2, 1));
  }

  @Test
  void aSlideWithAnotherNameIsKnownByItsNumber() {
    at(2, 2);
    OpenedDeck again = Decks.open(TWO.replace("# B", "# Renamed").replace("+ d\n", ""));
    model.reload(again);
    assertThat(place()).isEqualTo(new Place(again, 1, 1));
  }

  @Test
  void aDeckThatHasBecomeShorterIsShownAtItsEnd() {
    at(2, 0);
    OpenedDeck again = Decks.open("# Only\n");
    model.reload(again);
    assertThat(place()).isEqualTo(new Place(again, 0, 0));
  }

  @Test
  void whatHidesTheSlideStaysDrawn() {
    at(2, 0);
    model.showState().toggle(ShowState.Curtain.BLACK);
    model.reload(Decks.open(TWO + "\nmore\n"));
    assertThat(model.showState().curtainProperty().get()).isEqualTo(ShowState.Curtain.BLACK);
  }
}
