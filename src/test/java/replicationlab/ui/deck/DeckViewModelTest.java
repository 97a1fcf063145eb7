package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import replicationlab.deck.Slide;

class DeckViewModelTest {

  private static final String STEPS =
      """
      # Bullets

      * from the start
      + first
        * with it
      + second

      ***

      # A diagram

      ![](x.png)

      ***

      # None
      """;

  private final Positions positions = Decks.inMemory();
  private final DeckViewModel model = new DeckViewModel(positions, Decks.STEPS);

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
    model.previousSlide();
    assertThat(model.indexProperty().get()).isZero();
    model.last();
    model.next();
    model.nextSlide();
    assertThat(model.indexProperty().get()).isEqualTo(3);
    model.goTo(99);
    assertThat(model.slide().map(Slide::title)).contains("Prove It");
  }

  @Test
  void aDeckOpensWhereItWasLeft() {
    model.open(Decks.open(Decks.FOUR));
    model.goTo(3);

    DeckViewModel again = new DeckViewModel(positions, Decks.STEPS);
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

  @Test
  void onGoesThroughTheStepsAndBackShowsTheLastOfThemFirst() {
    model.open(Decks.open(STEPS));
    assertThat(walk(DeckViewModel::next, 8))
        .containsExactly("1/0", "1/1", "1/2", "2/0", "2/1", "2/2", "3/0", "3/0");
    assertThat(walk(DeckViewModel::previous, 8))
        .containsExactly("3/0", "2/2", "2/1", "2/0", "1/2", "1/1", "1/0", "1/0");
  }

  @Test
  void stepsCanBeSkippedEitherWay() {
    model.open(Decks.open(STEPS));
    model.next();
    assertThat(walk(DeckViewModel::nextSlide, 4)).containsExactly("1/1", "2/0", "3/0", "3/0");
    model.previous();
    assertThat(walk(DeckViewModel::previousSlide, 3)).containsExactly("2/2", "1/0", "1/0");
  }

  @Test
  void anyStepCanBeAskedForAndOutOfRangeMeansTheNearest() {
    model.open(Decks.open(STEPS));
    assertThat(model.stepsProperty().get()).isEqualTo(2);
    model.goTo(2, 1);
    assertThat(place()).isEqualTo("2/1");
    model.showStep(99);
    assertThat(place()).isEqualTo("2/2");
    model.showStep(-1);
    assertThat(place()).isEqualTo("2/0");
    model.goTo(3, 5);
    assertThat(place()).isEqualTo("3/0");
  }

  @Test
  void whatComesNextIsKnownBefore() {
    assertThat(model.after()).isNull();
    model.open(Decks.open(STEPS));
    for (int i = 0; i < 6; i++) {
      Place expected = model.after();
      model.next();
      assertThat(model.placeProperty().get()).isEqualTo(expected);
    }
    assertThat(model.after()).as("at the end").isNull();
  }

  @Test
  void aListenerToThePlaceSeesTheNumbersOfIt() {
    List<String> seen = new ArrayList<>();
    model
        .placeProperty()
        .subscribe(now -> {
          if (now != null) {
            seen.add(place() + " of " + model.stepsProperty().get());
          }
        });
    model.open(Decks.open(STEPS));
    model.goTo(3);
    model.previous();
    assertThat(seen).containsExactly("1/0 of 2", "3/0 of 0", "2/2 of 2");
  }

  @Test
  void stepsAreCountedOnceForASlide() {
    AtomicInteger counted = new AtomicInteger();
    DeckViewModel counting =
        new DeckViewModel(positions, (opened, picture) -> counted.incrementAndGet());
    counting.open(Decks.open("# A\n\n![](a.png)\n"));
    counting.next();
    counting.previous();
    counting.next();
    assertThat(counted).hasValue(1);
    counting.open(Decks.open("# A\n\n![](a.png)\n"));
    assertThat(counted).as("another deck").hasValue(2);
  }

  private List<String> walk(Consumer<DeckViewModel> go, int times) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      places.add(place());
      go.accept(model);
    }
    return places;
  }

  private String place() {
    Place now = Objects.requireNonNull(model.placeProperty().get());
    assertThat(now.index()).isEqualTo(model.indexProperty().get());
    return now.index() + 1 + "/" + now.step();
  }
}
