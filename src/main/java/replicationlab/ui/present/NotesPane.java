package replicationlab.ui.present;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;
import replicationlab.deck.TimedNotes;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.text.BlocksView;

/** The speaker's notes of the slide, as big as the speaker wants them. */
final class NotesPane extends BorderPane {

  private static final double SMALLEST = 0.7;
  private static final double BIGGEST = 3;
  private static final double STEP = 1.15;

  private final DeckViewModel deck;
  private final DoubleProperty scale;
  private final BlocksView notes;
  private final ScrollPane scroll;
  private @Nullable Place shown;

  NotesPane(DeckViewModel deck, Function<Block.Picture, Node> pictures, DoubleProperty scale) {
    this.deck = deck;
    this.scale = scale;
    getStyleClass().add("notes-pane");
    notes = new BlocksView(pictures);
    scroll = new ScrollPane(notes);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("notes-scroll");
    scroll.setAccessibleText("Speaker notes");
    Label name = new Label("Notes");
    name.getStyleClass().add("pane-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button smaller =
        Buttons.pictured(Icons.SMALLER, "Smaller notes (Ctrl+\u2212)", () -> resize(1 / STEP));
    Button bigger = Buttons.pictured(Icons.BIGGER, "Bigger notes (Ctrl+Plus)", () -> resize(STEP));
    HBox header = new HBox(name, gap, smaller, bigger);
    header.setAlignment(Pos.CENTER_LEFT);
    setTop(header);
    setCenter(scroll);
    WhileShown.subscribe(
        this,
        () ->
            Subscription.combine(
                deck.placeProperty().subscribe(this::show),
                deck.rewritingProperty().subscribe((was, is) -> showAgain()),
                scale.subscribe((was, is) -> showAgain())));
  }

  private void resize(double factor) {
    scale.set(Math.clamp(scale.get() * factor, SMALLEST, BIGGEST));
  }

  /** Ctrl with plus, minus and 0; true if it was one of these. */
  boolean key(KeyEvent event) {
    if (!event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    KeyCode code = event.getCode();
    switch (code) {
      case PLUS, ADD, EQUALS -> resize(STEP);
      case MINUS, SUBTRACT -> resize(1 / STEP);
      case DIGIT0, NUMPAD0 -> scale.set(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void showAgain() {
    shown = null;
    show(deck.placeProperty().get());
  }

  private void show(@Nullable Place place) {
    if (place != null && place.isOnSlideOf(shown)) {
      return;
    }
    shown = place;
    Slide slide = deck.slide().orElse(null);
    String text = slide == null ? "" : TimedNotes.of(slide.notes()).text();
    List<Block> blocks = DeckReader.blocks(text.isBlank() ? "*No notes.*" : text);
    notes.setTextScale(scale.get());
    notes.show(blocks);
    scroll.setVvalue(0);
  }
}
