package replicationlab.ui.deck;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the place of a slide: why there is none, and what to do. */
public final class NoSlide extends VBox {

  private NoSlide(String why, String remedy) {
    getStyleClass().add("no-slide");
    Label what = new Label(why);
    what.getStyleClass().add("title-3");
    Label advice = new Label(remedy);
    advice.setWrapText(true);
    advice.getStyleClass().add("text-muted");
    getChildren().addAll(new FontIcon(Feather.BOOK_OPEN), what, advice);
  }

  /**
   * Says why there is no slide.
   *
   * @param wanted the place that was to be shown
   * @param current where the model is
   */
  public static NoSlide because(@Nullable Place wanted, @Nullable Place current) {
    if (current == null) {
      return new NoSlide("No deck is open", "Open one with File → Open deck…");
    }
    if (wanted == null) {
      return new NoSlide("The end", "Nothing comes after this.");
    }
    return new NoSlide(
        "This deck has no slides",
        "Begin each slide in "
            + wanted.opened().file().getFileName()
            + " with a line '# Title', and put a line '***' between slides.");
  }
}
