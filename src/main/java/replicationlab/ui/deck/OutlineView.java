package replicationlab.ui.deck;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.kit.WrappingCell;

/**
 * The list of slides: numbered, the current one marked; arrow keys and clicks go to a slide. Under
 * it the labs.
 */
public final class OutlineView extends BorderPane {

  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  /**
   * With more slides, rows are one line high and nothing but text: a list turns its page faster.
   */
  private static final int FEW = 500;

  /** As wide as a digit: names begin one below the other. */
  private static final String FIGURE_SPACE = "\u2007";

  private static final int DIGITS = 7;

  /** How many slides before the current one are in sight at first. */
  private static final int ABOVE = 3;

  private final DeckViewModel model;

  /**
   * To turn a page of the list takes longer than to change the slide, which is what is waited for.
   */
  private final PauseTransition slideFirst = new PauseTransition(Duration.millis(50));

  private final ListView<String> list = new ListView<>();
  private final Label none = new Label("No deck is open.");
  private final LabList labs = new LabList();
  private @Nullable OpenedDeck listed;
  private boolean following;

  /** Shows the slides of the model's deck for as long as it is in a window. */
  public OutlineView(DeckViewModel model) {
    this.model = model;
    getStylesheets().add(SlideView.SHEET);
    getStyleClass().add("outline");
    list.setCellFactory(_ -> new SlideCell());
    list.setAccessibleText("Slides");
    list.setPlaceholder(none);
    setCenter(list);
    setBottom(labs);
    slideFirst.setOnFinished(_ -> reveal(1));
    WhileShown.subscribe(this, this::subscribe);
  }

  /** Lists these labs under the slides. */
  public void show(List<LabEntry> entries) {
    labs.show(entries);
  }

  private Subscription subscribe() {
    return Subscription.combine(
        model.placeProperty().subscribe(this::follow),
        list.getSelectionModel()
            .selectedIndexProperty()
            .subscribe(chosen -> go(chosen.intValue())));
  }

  private void follow(@Nullable Place place) {
    following = true;
    try {
      if (place == null || !place.isIn(listed)) {
        listed = place == null ? null : place.opened();
        none.setText(place == null ? "No deck is open." : "This deck has no slides.");
        list.pseudoClassStateChanged(LONG, place != null && isLong(place.opened()));
        list.getItems()
            .setAll(place == null ? List.of() : SlideNames.of(place.opened().deck().slides()));
        list.scrollTo(place == null ? 0 : above(place.index()));
        // Where its rows are is known only then.
        FxThread.onceDrawn(() -> reveal(1));
      }
      if (place == null || place.index() < 0) {
        list.getSelectionModel().clearSelection();
      } else {
        list.getSelectionModel().select(place.index());
        slideFirst.play();
      }
    } finally {
      following = false;
    }
  }

  /** The top of the list for the first slides, which are in sight there. */
  private static int above(int index) {
    return index <= 2 * ABOVE ? 0 : index - ABOVE;
  }

  /**
   * Scrolls to a slide that is not in sight, into the middle: a list that moved with each slide
   * were hard to read, whichever way one goes.
   *
   * @param again how many times to look again once that is drawn: JavaFX guesses the height of rows
   *     that it has not shown yet, and stops short
   */
  private void reveal(int again) {
    int index = model.indexProperty().get();
    if (index >= 0
        && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getLastVisibleCell() != null) {
      int first = flow.getFirstVisibleCell().getIndex();
      int last = flow.getLastVisibleCell().getIndex();
      if (index <= first || index >= last) {
        int top = Math.max(0, index - (last - first) / 2);
        int end = list.getItems().size() - 1;
        // Near the end of a very long list JavaFX stops some rows early, but never at the last one.
        list.scrollTo(top + (last - first) >= end ? end : top);
        if (again > 0) {
          FxThread.onceDrawn(() -> reveal(again - 1));
        }
      }
    }
  }

  private static boolean isLong(OpenedDeck deck) {
    return deck.deck().slides().size() > FEW;
  }

  private void go(int chosen) {
    if (!following && chosen >= 0 && chosen != model.indexProperty().get()) {
      model.goTo(chosen + 1);
    }
  }

  private final class SlideCell extends WrappingCell<String> {

    private final Label number = new Label();

    SlideCell() {
      number.getStyleClass().add("outline-number");
      before(number);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      if (empty || name == null) {
        showName(null);
        setAccessibleText(null);
      } else {
        String shown = String.valueOf(getIndex() + 1);
        if (listed != null && isLong(listed)) {
          showLine(shown + FIGURE_SPACE.repeat(Math.max(1, DIGITS - shown.length())) + name);
        } else {
          number.setText(shown);
          showName(name);
        }
        setAccessibleText("Slide " + shown + ": " + name);
      }
    }
  }
}
