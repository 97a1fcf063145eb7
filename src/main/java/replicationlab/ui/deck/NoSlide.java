package replicationlab.ui.deck;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the place of a slide: why there is none, and what to do. */
final class NoSlide extends VBox {

  NoSlide(DeckViewModel.@Nullable Place place) {
    getStyleClass().add("no-slide");
    Label what = new Label(place == null ? "No deck is open" : "This deck has no slides");
    what.getStyleClass().add("title-3");
    Label remedy =
        new Label(
            place == null
                ? "Open one with File → Open deck…"
                : "Begin each slide in "
                    + place.opened().file().getFileName()
                    + " with a line '# Title', and put a line '***' between slides.");
    remedy.setWrapText(true);
    remedy.getStyleClass().add("text-muted");
    getChildren().addAll(new FontIcon(Feather.BOOK_OPEN), what, remedy);
  }
}
