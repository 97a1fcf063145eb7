package replicationlab.ui.reading;

import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.kit.InSight;

/**
 * Whoever has had a slide before them has read it as much as somebody on the page: it counts once
 * it has rested there, at whatever step. Leafing past it, or a slide behind another tab, does not
 * count.
 */
public final class ShownSlides {

  private final DeckViewModel model;
  private final ReadMemory memory;
  private final ObservableValue<Boolean> inSight;
  private final PauseTransition rest = new PauseTransition(ReadingView.REST);

  private ShownSlides(DeckViewModel model, Node shows, ReadMemory memory) {
    this.model = model;
    this.memory = memory;
    this.inSight = InSight.of(shows);
    rest.setOnFinished(_ -> count());
    model.placeProperty().subscribe(_ -> rest.playFromStart());
    inSight.subscribe(_ -> rest.playFromStart());
  }

  /** Counts the model's slides from now on while a node that shows them can be seen. */
  public static void count(DeckViewModel model, Node shows, ReadMemory memory) {
    var _ = new ShownSlides(model, shows, memory);
  }

  private void count() {
    @Nullable Place place = model.placeProperty().get();
    if (inSight.getValue() && place != null && place.index() >= 0) {
      memory.remember(place.opened(), Set.of(place.index()));
    }
  }
}
