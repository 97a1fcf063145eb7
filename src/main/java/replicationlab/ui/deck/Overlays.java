package replicationlab.ui.deck;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;

/** What lies over the slide, one at a time: overview, jump, search, or the map of keys. */
public final class Overlays extends StackPane {

  private final DeckViewModel model;
  private final Function<Block.Picture, Node> pictures;
  private final Runnable backToSlide;
  private final Map<SlideAction, String> elsewhere = new EnumMap<>(SlideAction.class);
  private @Nullable Overlay open;

  /**
   * Nothing lies there yet.
   *
   * @param backToSlide gives the slide the keyboard again
   */
  public Overlays(
      DeckViewModel model, Function<Block.Picture, Node> pictures, Runnable backToSlide) {
    this.model = model;
    this.pictures = pictures;
    this.backToSlide = backToSlide;
    getStyleClass().add("overlays");
    setVisible(false);
    setPickOnBounds(true);
    // A click beside it closes it, and reaches nothing under it.
    setOnMousePressed(event -> {
      if (event.getTarget() instanceof Node node && node.getStyleClass().contains("scrim")) {
        close();
      }
      event.consume();
    });
  }

  /** Whether something lies over the slide. */
  public boolean isOpen() {
    return open != null;
  }

  /** Shows all slides as small pictures. */
  public void overview() {
    show(new Overview(model, pictures, this::close));
  }

  /** Asks for a slide's number or title. */
  public void jump() {
    show(Jump.overlay(model, this::close));
  }

  /** Searches slides and notes. */
  public void search() {
    show(Search.overlay(model, this::close));
  }

  /** Shows the map of keys. */
  public void keys() {
    show(KeyMap.overlay(action -> elsewhere.getOrDefault(action, action.words()), this::close));
  }

  /** Lets the map of keys say what an action's keys do in a window where they do another thing. */
  public void means(SlideAction action, String words) {
    elsewhere.put(action, words);
  }

  /** Takes away what lies over the slide; false when nothing does. */
  public boolean close() {
    if (open == null) {
      return false;
    }
    open = null;
    getChildren().clear();
    setVisible(false);
    backToSlide.run();
    return true;
  }

  private void show(Overlay overlay) {
    // Its fields take digits, Space and Enter for themselves.
    model.forgetTyped();
    Region scrim = new Region();
    scrim.getStyleClass().add("scrim");
    open = overlay;
    getChildren().setAll(scrim, overlay);
    setVisible(true);
    overlay.takeFocus();
  }
}
