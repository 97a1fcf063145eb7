package replicationlab.ui.shell;

import org.jspecify.annotations.Nullable;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.lab.LabView;
import replicationlab.ui.lab.LabViewModel;

/**
 * From a lab's step to the slide that explains it, and back to where one was. The way back is
 * offered until it is taken or the lab is at another step.
 */
final class WayToStep {

  private final DeckView deck;
  private final Runnable showLab;
  private @Nullable LabView view;

  /**
   * @param showLab brings the lab's part to the front, wherever it is hidden
   */
  WayToStep(DeckView deck, Runnable showLab) {
    this.deck = deck;
    this.showLab = showLab;
  }

  /** A lab was opened; null: it was closed. */
  void lab(@Nullable LabView opened, @Nullable LabViewModel model) {
    view = opened;
    deck.takeBackWayBack();
    if (model != null) {
      model.openProperty().subscribe((was, is) -> deck.takeBackWayBack());
    }
  }

  /** The reader leaves a step for its slide. */
  void left(int stepNumber) {
    deck.offerWayBack("Back to step " + stepNumber, this::take);
  }

  /** Does what comes next in the lab. */
  void act() {
    LabView lab = view;
    if (lab != null) {
      lab.act();
    }
  }

  /** Goes back to the open step, whether or not it was left for a slide. */
  void take() {
    LabView lab = view;
    if (lab != null) {
      showLab.run();
      lab.focusStep();
      deck.takeBackWayBack();
    }
  }
}
