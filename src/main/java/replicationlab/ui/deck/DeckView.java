package replicationlab.ui.deck;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;
import replicationlab.deck.TimedNotes;
import replicationlab.ui.kit.NextLayout;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.text.BlocksView;

/**
 * The slide viewer: the current slide, which alone is built, the bar below it, and on demand the
 * speaker's notes or the deck's problems.
 */
public final class DeckView extends BorderPane {

  /** After so many layouts notes that have just come have their height. */
  private static final int SETTLED = 3;

  private final DeckViewModel model;
  private final SlideStage stage;
  private final DeckBar bar;
  private final SlideKeyHandler keys;
  private final BlocksView notes;
  private final ScrollPane notesPane;
  private final ListView<String> problems = new ListView<>();
  private final VBox below = new VBox();
  private PresentingActions actions = PresentingActions.NONE;
  private @Nullable OpenedDeck opened;
  private @Nullable Place noted;

  /**
   * Shows the model's slide for as long as it is in a window.
   *
   * @param pictures makes the node for a picture: an image, a diagram or a placeholder
   */
  public DeckView(DeckViewModel model, Function<Block.Picture, Node> pictures) {
    this.model = model;
    this.stage = new SlideStage(model, pictures);
    this.bar = new DeckBar(() -> fromBar(model::toggleAsWritten));
    getStylesheets().add(SlideView.SHEET);
    getStyleClass().add("deck");
    notes =
        new BlocksView(
            pictures,
            text -> SlideMaker.marking(model.showState().soughtProperty().get()).in(text));
    notes.setTextScale(1.1);
    notesPane = new ScrollPane(notes);
    notesPane.setFitToWidth(true);
    notesPane.getStyleClass().add("notes");
    problems.getStyleClass().add("problems");
    problems.setAccessibleText("Problems of this deck's file");
    setCenter(stage);
    setBottom(below);
    connectBar();
    keys = new SlideKeyHandler(model, stage.overlays(), () -> actions);
    addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
    WhileShown.subscribe(this, this::subscribe);
  }

  /** Without the bar and what it opens: the slide alone, for a projector. */
  public void setBare(boolean bare) {
    bar.notes.setSelected(false);
    bar.problems.setSelected(false);
    setBottom(bare ? null : below);
    stage.setLetterBoxed(bare);
  }

  /** Who does what the keys ask of the window, the presenter's window, pen and laser. */
  public void setActions(PresentingActions actions) {
    this.actions = actions;
  }

  /** Where slides are seen, for drawing over them. */
  public SlideStage stage() {
    return stage;
  }

  /** Takes away what lies over the slide, as Esc does; false when nothing does. */
  public boolean closeOverlay() {
    return keys.close();
  }

  /** Whether the slide, at whatever step, is all that is shown, as when a deck is opened. */
  public boolean isPlain() {
    return model.showState().isPlain()
        && model.typedProperty().get().isEmpty()
        && !stage.overlays().isOpen()
        && bar.getParent() != null
        && below.getChildren().size() == 1;
  }

  /** Gives the slide the keyboard. */
  public void focusSlide() {
    stage.place().requestFocus();
  }

  /** Shows a button that leads back to where the reader came from. */
  public void offerWayBack(String words, Runnable back) {
    bar.showBack(words);
    bar.back.setOnAction(_ -> back.run());
  }

  /** Shows no such button any more. */
  public void takeBackWayBack() {
    bar.showBack("");
  }

  private void connectBar() {
    bar.previous.setOnAction(_ -> fromBar(model::previous));
    bar.next.setOnAction(_ -> fromBar(model::next));
    ToggleGroup one = new ToggleGroup();
    one.getToggles().addAll(bar.notes, bar.problems);
    one.selectedToggleProperty().subscribe(_ -> showBelow());
  }

  /** Space after a click on an arrow must mean the next slide, not the arrow again. */
  private void fromBar(Runnable action) {
    action.run();
    stage.place().requestFocus();
  }

  private void showBelow() {
    if (bar.notes.isSelected()) {
      Place now = model.placeProperty().get();
      showNotes(now == null ? null : now.slide());
      below.getChildren().setAll(notesPane, bar);
    } else if (bar.problems.isSelected()) {
      below.getChildren().setAll(problems, bar);
    } else {
      below.getChildren().setAll(bar);
    }
  }

  private Subscription subscribe() {
    return Subscription.combine(
        model.placeProperty().subscribe(this::show),
        model.majorProperty().subscribe(_ -> showTelling()),
        model.asWrittenProperty().subscribe(_ -> showTelling()),
        model.rewritingProperty().subscribe((was, is) -> showRewritten()),
        model.showState().soughtProperty().subscribe((was, is) -> showSought(is)),
        model.typedProperty().subscribe(bar::showTyped));
  }

  private void showRewritten() {
    Place now = model.placeProperty().get();
    showNotes(now == null ? null : now.slide());
  }

  private void showTelling() {
    bar.asOf.show(model.majorProperty().get(), model.asWrittenProperty().get());
  }

  private void show(@Nullable Place place) {
    bar.show(place, model.stepsProperty().get());
    if (place == null || !place.isIn(opened)) {
      opened = place == null ? null : place.opened();
      showProblems(opened);
    }
    if (place == null || !place.isOnSlideOf(noted)) {
      noted = place;
      showNotes(place == null ? null : place.slide());
    }
  }

  /** Words that the notes have are marked there, and scrolled to. */
  private void showSought(String words) {
    Place now = model.placeProperty().get();
    Slide slide = now == null ? null : now.slide();
    showNotes(slide);
    if (slide == null || words.isEmpty() || getBottom() == null) {
      return;
    }
    if (model.showState().isSoughtInNotes() || !isOn(slide, words)) {
      bar.notes.setSelected(true);
      scrollToSought(SETTLED);
    }
  }

  /**
   * A third from the top, so that what leads to the words is seen too. Notes that have just come
   * take their height in some turns.
   */
  private void scrollToSought(int turns) {
    NextLayout.after(
        this,
        () -> {
          bringSoughtInSight();
          if (turns > 1) {
            scrollToSought(turns - 1);
          }
        });
  }

  private void bringSoughtInSight() {
    SoughtPlace.in(notes)
        .ifPresent(words -> {
          double seen = notesPane.getViewportBounds().getHeight();
          double hidden = notes.getHeight() - seen;
          notesPane.setVvalue(
              hidden <= 0 ? 0 : Math.clamp((words.getMinY() - seen / 3) / hidden, 0, 1));
        });
  }

  private static boolean isOn(Slide slide, String words) {
    String wanted = SearchIndex.small(words);
    return SearchIndex.small(slide.title()).contains(wanted)
        || slide.blocks().stream()
            .anyMatch(block -> SearchIndex.small(block.text()).contains(wanted));
  }

  /** Built only while they are seen, and when they come to be. */
  private void showNotes(@Nullable Slide current) {
    if (!bar.notes.isSelected()) {
      return;
    }
    String written = model.slide().map(Slide::notes).orElse("");
    String text = current == null ? "" : TimedNotes.of(written).text();
    notes.show(
        current == null ? List.of() : DeckReader.blocks(text.isEmpty() ? "*No notes.*" : text));
    notesPane.setVvalue(0);
  }

  private void showProblems(@Nullable OpenedDeck deck) {
    String file = deck == null ? "" : String.valueOf(deck.file().getFileName());
    problems
        .getItems()
        .setAll(
            deck == null
                ? List.of()
                : deck.problems().stream().map(problem -> problem.at(file)).toList());
    bar.problems.setSelected(false);
    bar.showProblems(problems.getItems().size());
  }
}
