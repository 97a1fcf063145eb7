package replicationlab.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import replicationlab.run.StepState;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.lab.LabViewModel;
import replicationlab.ui.reading.ReadMemory;
import replicationlab.ui.reading.ReadingView;
import replicationlab.ui.reading.ShownSlides;
import replicationlab.ui.reading.StepLink;

/** Reading alone: the deck as one page beside the slide, and from it to the lab's steps. */
final class ReadingJourney {

  static final String NAME = "Reading";

  private final DeckViewModel deck;
  private final ReadMemory memory;
  private final Supplier<ReadingView> make;
  private final PauseTransition soon = new PauseTransition(Duration.millis(400));
  private final InvalidationListener changed = _ -> soon.playFromStart();
  private Runnable toLab = () -> {};
  private @Nullable LabViewModel lab;
  private @Nullable ReadingView view;
  private boolean shown;

  /**
   * @param showSlide brings the slide to the front
   */
  ReadingJourney(
      DeckViewModel deck, SlidePictures pictures, ReadMemory memory, Runnable showSlide) {
    this.deck = deck;
    this.memory = memory;
    make = () -> new ReadingView(deck, pictures, this::steps, memory, showSlide);
    soon.setOnFinished(_ -> refresh());
  }

  /** What is read where slides are shown one by one is read on the page too. */
  void countShown(Node slides) {
    ShownSlides.count(deck, slides, memory);
  }

  ShellPane pane() {
    return new ShellPane(
        NAME,
        Icons.READING,
        "All slides as one page, with their notes and the lab's steps (Ctrl+R)",
        this::make,
        _ -> {},
        this::shown);
  }

  private ReadingView make() {
    ReadingView made = make.get();
    made.setResting(true);
    view = made;
    return made;
  }

  /** Asks for words if the page is to be seen; answers whether it is. */
  boolean search() {
    if (!shown || view == null) {
      return false;
    }
    view.search();
    return true;
  }

  private void shown(boolean is) {
    if (view == null) {
      return;
    }
    if (is != shown) {
      shown = is;
      view.setResting(!is);
    }
    if (is) {
      view.takeFocus();
    }
  }

  /**
   * A lab was opened; null: it was closed.
   *
   * @param show brings the open step to the front
   */
  void lab(@Nullable LabViewModel opened, Runnable show) {
    if (lab != null) {
      lab.states().removeListener(changed);
    }
    lab = opened;
    toLab = show;
    if (opened != null) {
      opened.states().addListener(changed);
    }
    soon.playFromStart();
  }

  private void refresh() {
    if (shown && view != null) {
      view.stepsChanged();
    }
  }

  private List<StepLink> steps(int slide) {
    LabViewModel model = lab;
    if (model == null) {
      return List.of();
    }
    List<StepLink> links = new ArrayList<>();
    for (int index = 0; index < model.states().size(); index++) {
      StepState state = model.states().get(index);
      if (state.step().slide() == slide) {
        int at = index;
        links.add(
            new StepLink(
                "Step " + (index + 1) + ": " + state.step().title(),
                state.status() == StepState.Status.PASSED ? Icons.PASSED : Icons.LAB,
                () -> {
                  model.open(at);
                  toLab.run();
                }));
      }
    }
    return links;
  }
}
