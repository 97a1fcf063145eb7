package replicationlab.ui.reading;

import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Overlays;
import replicationlab.ui.deck.SlideAction;
import replicationlab.ui.deck.SlideKeys;

/** The slides' search over the page: what is found is marked on the page and brought in sight. */
final class PageSearch {

  /** How often a word that was found is looked for while pages find their height. */
  private static final int TRIES = 4;

  private final DeckViewModel model;
  private final Overlays overlays;
  private final VirtualFlow<Integer, Cell<Integer, ReadingPage>> flow;
  private final Runnable rebuild;
  private String words = "";

  /**
   * @param rebuild builds what is in sight anew, for other words are marked
   */
  PageSearch(
      DeckViewModel model,
      Overlays overlays,
      VirtualFlow<Integer, Cell<Integer, ReadingPage>> flow,
      Runnable rebuild) {
    this.model = model;
    this.overlays = overlays;
    this.flow = flow;
    this.rebuild = rebuild;
  }

  /**
   * What is marked; empty for nothing. It stays while the reader goes on, until other words are
   * sought or Esc is pressed.
   */
  String words() {
    return words;
  }

  void forget() {
    words = "";
  }

  /** Takes the keys of the search; answers whether it did. */
  boolean takes(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      return overlays.close() || unmark();
    }
    boolean asks =
        !overlays.isOpen()
            && !(event.getTarget() instanceof TextInputControl)
            && SlideKeys.action(event).filter(SlideAction.SEARCH::equals).isPresent();
    if (asks) {
      overlays.search();
    }
    return asks;
  }

  private boolean unmark() {
    boolean any = !words.isEmpty();
    words = "";
    if (any) {
      rebuild.run();
    }
    return any;
  }

  /** These words were found on the model's slide. */
  void found(String wanted) {
    words = wanted;
    rebuild.run();
    boolean inNotes = model.showState().isSoughtInNotes();
    int index = model.indexProperty().get();
    Platform.runLater(() -> bringInSight(index, inNotes, TRIES));
  }

  /** A page takes its height in some turns, so this looks again. */
  private void bringInSight(int index, boolean inNotes, int tries) {
    flow.layout();
    if (tries == 0 || index < 0) {
      return;
    }
    flow.getCellIfVisible(index)
        .flatMap(cell -> cell.getNode().sought(inNotes))
        .map(flow::sceneToLocal)
        .filter(place -> place.getMinY() < 0 || place.getMaxY() > flow.getHeight())
        .ifPresent(place -> flow.scrollYBy(place.getMinY() - flow.getHeight() / 3));
    Platform.runLater(() -> bringInSight(index, inNotes, tries - 1));
  }
}
