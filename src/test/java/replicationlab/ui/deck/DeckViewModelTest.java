package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import replicationlab.deck.Slide;

class DeckViewModelTest {

  private final Positions positions = Decks.inMemory();
  private final DeckViewModel model = new DeckViewModel(positions);

  @Test
  void withoutADeckNothingHappens() {
    model.next();
    model.last();

    assertThat(model.slide()).isEmpty();
    assertThat(model.indexProperty().get()).isEqualTo(-1);
  }

  @Test
  void goingStopsAtBothEnds() {
    model.open(Decks.open(Decks.FOUR));
    model.previous();
    assertThat(model.indexProperty().get()).isZero();
    model.last();
    model.next();
    assertThat(model.indexProperty().get()).isEqualTo(3);
    model.goTo(99);
    assertThat(model.slide().map(Slide::title)).contains("Prove It");
  }

  @Test
  void aDeckOpensWhereItWasLeft() {
    model.open(Decks.open(Decks.FOUR));
    model.goTo(3);

    DeckViewModel again = new DeckViewModel(positions);
    again.open(Decks.open(Decks.FOUR));
    assertThat(again.indexProperty().get()).isEqualTo(2);
    again.open(Decks.open("# Only one"));
    assertThat(again.indexProperty().get()).as("the deck has become shorter").isZero();
  }

  @Test
  void aNumberIsTypedAndEntered() {
    model.open(Decks.open(Decks.FOUR));
    assertThat(model.goToTyped()).isFalse();
    for (int digit = 0; digit < 9; digit++) {
      model.type("9");
    }
    assertThat(model.goToTyped()).isTrue();
    assertThat(model.indexProperty().get()).isEqualTo(3);
    assertThat(model.typedProperty().get()).isEmpty();
  }

  @Test
  void anEmptyDeckHasNoSlide() {
    model.open(Decks.open(""));
    model.next();

    assertThat(model.slide()).isEmpty();
  }
}
