package replicationlab.ui.present;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.WhileShown;

/** Above all: the time, where the talk is, the tools, the screens, and the end of the show. */
final class PresenterBar extends HBox {

  private final Label number = new Label();
  private final DeckViewModel deck;

  PresenterBar(DeckViewModel deck, Ink ink, SpeakerTools tools, ScreenPicker screens) {
    this.deck = deck;
    getStyleClass().add("presenter-bar");
    setAlignment(Pos.CENTER_LEFT);
    number.getStyleClass().add("presenter-number");
    number.setMinWidth(USE_PREF_SIZE);
    Button back = Buttons.pictured(Icons.BACK, "Step back (\u2190)", deck::previous);
    Button on = Buttons.pictured(Icons.FORWARD, "Next step (\u2192)", deck::next);
    Button swap =
        Buttons.pictured(
            Icons.SWAP, "Swap the two screens (X)", () -> tools.actions().swapScreens());
    swap.managedProperty().bind(swap.visibleProperty());
    swap.visibleProperty().bind(screens.visibleProperty());
    Button end =
        Buttons.labelled(Icons.CLOSE, "End", "End the show (Esc)", () -> tools.actions().endShow());
    end.setMinWidth(USE_PREF_SIZE);
    Button undo = Buttons.pictured(Icons.UNDO, "Take the last stroke back (Ctrl+Z)", ink::undo);
    Button erase = Buttons.pictured(Icons.CLEAR, "Erase what is drawn (E)", ink::erase);
    getChildren()
        .addAll(
            back,
            number,
            on,
            tool(ink, Ink.Tool.PEN, Icons.EDIT, "Pen (Ctrl+P)"),
            tool(ink, Ink.Tool.LASER, Icons.LASER, "Laser pointer (Ctrl+L)"),
            undo,
            erase,
            screens,
            swap,
            end);
    // The keyboard belongs to the slide.
    getChildren().stream()
        .filter(node -> node != screens)
        .forEach(node -> node.setFocusTraversable(false));
    WhileShown.subscribe(this, this::subscribe);
  }

  private Subscription subscribe() {
    return deck.placeProperty().subscribe(this::show);
  }

  private static ToggleButton tool(Ink ink, Ink.Tool tool, Icons icon, String name) {
    ToggleButton button = new ToggleButton("", icon.node());
    LateTooltip.set(button, name);
    button.setAccessibleText(name);
    button.getStyleClass().addAll("flat", "small", "button-icon", "pictured");
    button.setOnAction(_ -> ink.toggle(tool));
    WhileShown.subscribe(
        button, () -> ink.toolProperty().subscribe(now -> button.setSelected(now == tool)));
    return button;
  }

  private void show(@Nullable Place place) {
    int count = deck.slides().size();
    int steps = deck.stepsProperty().get();
    String step =
        place == null || steps == 0 ? "" : ", step %d of %d".formatted(place.step(), steps);
    number.setText(
        place == null || count == 0
            ? ""
            : "Slide %d of %d%s".formatted(place.index() + 1, count, step));
  }
}
