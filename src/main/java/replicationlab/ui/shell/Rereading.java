package replicationlab.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;

/**
 * Reads the open deck again when it was saved; of saves that come faster than it can be read, the
 * last one is what is shown in the end. Use it on JavaFX's thread.
 */
final class Rereading {

  private final DeckViewModel deck;
  private final UnaryOperator<OpenedDeck> reader;
  private final Executor reading;
  private final Executor window;
  private boolean isReading;
  private boolean wasSavedAgain;

  /**
   * @param reader reads the same file again, whatever the file is by then
   * @param reading where that is done
   * @param window JavaFX's thread
   */
  Rereading(
      DeckViewModel deck, UnaryOperator<OpenedDeck> reader, Executor reading, Executor window) {
    this.deck = deck;
    this.reader = reader;
    this.reading = reading;
    this.window = window;
  }

  /** The deck, its changes or one of its pictures was written. */
  void saved() {
    Place place = deck.placeProperty().get();
    if (isReading) {
      // What is being read may be from before this save.
      wasSavedAgain = true;
    } else if (place != null) {
      isReading = true;
      var _ =
          CompletableFuture.supplyAsync(() -> reader.apply(place.opened()), reading)
              .whenCompleteAsync((now, _) -> finished(now), window);
    }
  }

  private void finished(@Nullable OpenedDeck now) {
    isReading = false;
    if (now != null) {
      take(now);
    }
    if (wasSavedAgain) {
      wasSavedAgain = false;
      saved();
    }
  }

  /** Unless another file was opened meanwhile; the same one may have been opened again. */
  private void take(OpenedDeck now) {
    Place place = deck.placeProperty().get();
    if (place != null && place.opened().file().equals(now.file())) {
      deck.reload(now);
    }
  }
}
