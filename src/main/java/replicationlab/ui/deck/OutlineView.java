package replicationlab.ui.deck;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.kit.WrappingCell;

/**
 * The list of slides: numbered, the current one marked; arrow keys and clicks go to a slide. Under
 * it the labs.
 */
public final class OutlineView extends BorderPane {

  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  /** With more slides, rows are one line high. */
  private static final int FEW = 500;

  private final DeckViewModel model;
  private final ListView<String> list = new ListView<>();
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
    list.setPlaceholder(new Label("No deck is open."));
    setCenter(list);
    setBottom(labs);
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
        list.pseudoClassStateChanged(LONG, place != null && isLong(place.opened()));
        list.getItems()
            .setAll(place == null ? List.of() : SlideNames.of(place.opened().deck().slides()));
      }
      if (place == null || place.index() < 0) {
        list.getSelectionModel().clearSelection();
      } else {
        list.getSelectionModel().select(place.index());
        reveal(place.index());
      }
    } finally {
      following = false;
    }
  }

  /**
   * Scrolls to a slide that is not in sight; a list that moved with each slide were hard to read.
   */
  private void reveal(int index) {
    boolean inSight =
        list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
            && flow.getLastVisibleCell() != null
            && flow.getFirstVisibleCell().getIndex() < index
            && index < flow.getLastVisibleCell().getIndex();
    if (!inSight) {
      list.scrollTo(Math.max(0, index - 3));
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

  private static final class SlideCell extends WrappingCell<String> {

    private final Label number = new Label();

    SlideCell() {
      number.getStyleClass().add("outline-number");
      before(number);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      number.setText(empty ? "" : String.valueOf(getIndex() + 1));
      showName(empty ? null : name);
      setAccessibleText(empty ? null : "Slide " + (getIndex() + 1) + ": " + name);
    }
  }
}
