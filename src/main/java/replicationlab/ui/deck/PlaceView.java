package replicationlab.ui.deck;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.kit.WhileShown;

/**
 * The slide of a place, at its step: of the one where the model is, or of any other. There may be
 * several at a time, in several windows. Where the model is, the slides on both sides are kept
 * ready; else only this one is built. A step changes what is there.
 */
public final class PlaceView extends StackPane {

  private final DeckViewModel model;
  private final ObservableValue<? extends @Nullable Place> place;
  private final Function<Block.Picture, Node> pictures;
  private final SlidesNearby nearby = new SlidesNearby(this, this::make);
  private @Nullable Place built;
  private @Nullable SlideView slide;

  /** Shows the place where the model is. */
  public PlaceView(DeckViewModel model, Function<Block.Picture, Node> pictures) {
    this(model, model.placeProperty(), pictures);
  }

  /**
   * Shows a place of the model's deck for as long as it is in a window.
   *
   * @param place what to show; while it is null, why there is no slide
   * @param pictures makes the node for a picture: an image, a diagram or a placeholder
   */
  public PlaceView(
      DeckViewModel model,
      ObservableValue<? extends @Nullable Place> place,
      Function<Block.Picture, Node> pictures) {
    this.model = model;
    this.place = place;
    this.pictures = pictures;
    getStyleClass().add("place");
    setMinSize(0, 0);
    WhileShown.subscribe(this, this::subscribe);
  }

  /** The slide that is shown; null while there is none. */
  public @Nullable SlideView slide() {
    return slide;
  }

  private Subscription subscribe() {
    return Subscription.combine(
        nearby::forget,
        place.subscribe(this::show),
        model.majorProperty().subscribe((was, is) -> rebuild()),
        model.asWrittenProperty().subscribe((was, is) -> rebuild()),
        model.rewritingProperty().subscribe((was, is) -> rebuild()),
        model.showState().soughtProperty().subscribe((was, is) -> rebuild()));
  }

  private void rebuild() {
    nearby.forget();
    built = null;
    show(place.getValue());
  }

  private void show(@Nullable Place wanted) {
    setAccessibleText(spoken(wanted));
    if (wanted == null || wanted.index() < 0) {
      built = null;
      slide = null;
      replace(NoSlide.because(wanted, model.placeProperty().get()));
      return;
    }
    if (slide == null || !wanted.isOnSlideOf(built)) {
      SlideView made = nearby.take(wanted);
      if (slide != null) {
        slide.scrollProperty().unbindBidirectional(model.showState().scrollProperty());
      }
      made.showStep(wanted.step());
      made.scrollProperty().bindBidirectional(model.showState().scrollProperty());
      made.onStepByHand(step -> takeByHand(wanted, step));
      replace(made);
      built = wanted;
      slide = made;
      if (followsModel()) {
        nearby.prepareBeside(wanted);
      }
    } else {
      slide.showStep(wanted.step());
    }
  }

  private boolean followsModel() {
    return place.equals(model.placeProperty());
  }

  private SlideView make(Place at) {
    return maker(model, pictures)
        .makeForScreen(at.opened(), at.index(), model.showState().soughtProperty().get());
  }

  /** The place in words, for those who do not see the slide. */
  private static String spoken(@Nullable Place place) {
    Slide told = place == null ? null : place.slide();
    if (place == null || told == null) {
      return "No slide";
    }
    return "Slide "
        + (place.index() + 1)
        + (told.title().isBlank() ? "" : ": " + told.title())
        + (place.step() == 0 ? "" : ", step " + place.step());
  }

  /** Makes slides as the model has them told now. */
  static SlideMaker maker(DeckViewModel model, Function<Block.Picture, Node> pictures) {
    return new SlideMaker(
        pictures,
        model.majorProperty().get(),
        model.asWrittenProperty().get(),
        model.rewritingProperty().get());
  }

  /** A step that is taken in a diagram is taken everywhere. */
  private void takeByHand(Place here, int step) {
    if (here.isOnSlideOf(model.placeProperty().get())) {
      model.showStep(step);
    }
  }

  /** The keyboard must not go astray with a Copy button that leaves with its slide. */
  private void replace(Node node) {
    boolean hasKeys = Keyboard.isIn(this);
    List<Node> gone = getChildren().stream().filter(Node::isVisible).toList();
    node.setManaged(true);
    node.setVisible(true);
    if (!getChildren().contains(node)) {
      getChildren().add(node);
    }
    // Whoever goes through this view's nodes finds the seen one first.
    node.toBack();
    for (Node old : gone) {
      if (old instanceof SlideView seen && built != null && followsModel()) {
        nearby.keep(built, seen);
      } else {
        getChildren().remove(old);
      }
    }
    if (hasKeys) {
      requestFocus();
    }
  }
}
