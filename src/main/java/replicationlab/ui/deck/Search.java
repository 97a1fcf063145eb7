package replicationlab.ui.deck;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Changes;
import replicationlab.deck.Slide;
import replicationlab.ui.kit.Icons;

/** From words to the slides on which they are, or whose notes have them. */
final class Search {

  private Search() {}

  static Overlay overlay(DeckViewModel model, Runnable close) {
    List<Slide> slides = model.slides();
    UnaryOperator<Slide> shown = asShown(model);
    // A deck of 10,000 slides is read once, and not while somebody waits for the overlay.
    CompletableFuture<SearchIndex> index =
        CompletableFuture.supplyAsync(
            () -> new SearchIndex(slides.stream().map(shown).toList()), Thread::startVirtualThread);
    List<String> names = SlideNames.of(slides);
    return new ListOverlay<>(
        new ListOverlay.Kind<>(
            Icons.FIND,
            "Search",
            "Words on slides and in notes",
            "Neither slides nor notes have these words.",
            words -> index.join().find(words),
            () -> new HitCell(names)),
        task -> Thread.ofVirtual().name("slide search").start(task),
        hit -> {
          model.goTo(hit.slide() + 1, Integer.MAX_VALUE);
          model.showState().seek(hit.found(), hit.where().equals(SearchIndex.NOTES));
        },
        close);
  }

  /** With the words that are seen, and not those that the author wrote for 9.0. */
  private static UnaryOperator<Slide> asShown(DeckViewModel model) {
    Place now = model.placeProperty().get();
    int major = model.majorProperty().get();
    boolean asWritten = model.asWrittenProperty().get();
    UnaryOperator<Slide> rewriting = model.rewritingProperty().get();
    Changes changes = now == null ? new Changes(List.of()) : now.opened().changes();
    return slide -> new Telling(rewriting.apply(slide), changes, major, asWritten).slide();
  }

  private static final class HitCell extends ListCell<SearchIndex.Hit> {

    private final List<String> names;
    private final Label slide = new Label();
    private final Text before = text("hit-text");
    private final Text found = text("hit-found");
    private final Text after = text("hit-text");
    private final VBox lines = new VBox(slide, new TextFlow(before, found, after));

    HitCell(List<String> names) {
      this.names = names;
      slide.getStyleClass().add("hit-slide");
      getStyleClass().add("hit");
      setPrefWidth(0);
    }

    private static Text text(String styleClass) {
      Text text = new Text();
      text.getStyleClass().add(styleClass);
      return text;
    }

    @Override
    protected void updateItem(SearchIndex.@Nullable Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String where = hit.where().isEmpty() ? "" : " – " + hit.where();
      slide.setText((hit.slide() + 1) + "  " + names.get(hit.slide()) + where);
      before.setText(hit.before());
      found.setText(hit.found());
      after.setText(hit.after());
      setGraphic(lines);
      setAccessibleText(slide.getText() + ": " + hit.before() + hit.found() + hit.after());
    }
  }
}
