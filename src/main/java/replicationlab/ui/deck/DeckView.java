package replicationlab.ui.deck;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Changes;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.text.BlocksView;

/**
 * The slide viewer: the current slide, which alone is built, the bar below it, and on demand the
 * speaker's notes or the deck's problems.
 */
public final class DeckView extends BorderPane {

  private final DeckViewModel model;
  private final Function<Block.Picture, Node> pictures;
  private final StackPane stage = new StackPane();
  private final DeckBar bar;
  private final BlocksView notes;
  private final ScrollPane notesPane;
  private final ListView<String> problems = new ListView<>();
  private final VBox below = new VBox();
  private @Nullable SlideView slide;
  private @Nullable OpenedDeck opened;

  /**
   * Shows the model's slide for as long as it is in a window.
   *
   * @param pictures makes the node for a picture: an image, a diagram or a placeholder
   */
  public DeckView(DeckViewModel model, Function<Block.Picture, Node> pictures) {
    this.model = model;
    this.pictures = pictures;
    this.bar = new DeckBar(() -> fromBar(model::toggleAsWritten));
    getStylesheets().add(SlideView.SHEET);
    getStyleClass().add("deck");
    notes = new BlocksView(pictures);
    notes.setFontScale(1.1);
    notesPane = new ScrollPane(notes);
    notesPane.setFitToWidth(true);
    notesPane.getStyleClass().add("notes");
    problems.getStyleClass().add("problems");
    problems.setAccessibleText("Problems of this deck's file");
    stage.setMinSize(0, 0);
    stage.setFocusTraversable(true);
    stage.setOnMousePressed(_ -> stage.requestFocus());
    setCenter(stage);
    setBottom(below);
    connectBar();
    DeckKeys keys = new DeckKeys(model, this::forward, this::backward);
    addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
    WhileShown.subscribe(this, this::subscribe);
  }

  /** Without the bar and what it opens: the slide alone, for a projector. */
  public void setBare(boolean bare) {
    bar.notes.setSelected(false);
    bar.problems.setSelected(false);
    setBottom(bare ? null : below);
  }

  /** Gives the slide the keyboard. */
  public void focusSlide() {
    stage.requestFocus();
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

  /** The next step of the slide's diagram, or the next slide. */
  public void forward() {
    if (slide == null || !slide.forward()) {
      model.next();
    }
  }

  /** The step before, or the slide before. */
  public void backward() {
    if (slide == null || !slide.backward()) {
      model.previous();
    }
  }

  private void connectBar() {
    bar.previous.setOnAction(_ -> fromBar(this::backward));
    bar.next.setOnAction(_ -> fromBar(this::forward));
    ToggleGroup one = new ToggleGroup();
    one.getToggles().addAll(bar.notes, bar.problems);
    one.selectedToggleProperty().subscribe(_ -> showBelow());
  }

  /** Space after a click on an arrow must mean the next slide, not the arrow again. */
  private void fromBar(Runnable action) {
    action.run();
    stage.requestFocus();
  }

  private void showBelow() {
    if (bar.notes.isSelected()) {
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
        model.majorProperty().subscribe(this::rebuild),
        model.asWrittenProperty().subscribe(this::rebuild),
        model.rewritingProperty().subscribe(this::rebuild),
        model.typedProperty().subscribe(bar::showTyped));
  }

  private void rebuild() {
    show(model.placeProperty().get());
  }

  private void show(DeckViewModel.@Nullable Place place) {
    bar.show(place);
    bar.asOf.show(model.majorProperty().get(), model.asWrittenProperty().get());
    if (place == null || !place.isIn(opened)) {
      opened = place == null ? null : place.opened();
      showProblems(opened);
    }
    if (place == null || model.slide().isEmpty()) {
      slide = null;
      notes.show(List.of());
      onStage(new NoSlide(place));
      return;
    }
    Slide current = model.slide().get();
    int major = model.majorProperty().get();
    boolean asWritten = model.asWrittenProperty().get();
    Changes changes = place.opened().changes();
    Telling telling = new Telling(current, changes, major, asWritten);
    slide =
        new SlideView(
            telling.slide(), pictures, changes.on(current, major), major, telling, asWritten);
    onStage(slide);
    notes.show(DeckReader.blocks(current.notes().isEmpty() ? "*No notes.*" : current.notes()));
    notesPane.setVvalue(0);
  }

  /** The keyboard must not go astray with a Copy button that leaves with its slide. */
  private void onStage(Node node) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    while (focused != null && !focused.equals(stage)) {
      focused = focused.getParent();
    }
    stage.getChildren().setAll(node);
    if (focused != null) {
      stage.requestFocus();
    }
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
