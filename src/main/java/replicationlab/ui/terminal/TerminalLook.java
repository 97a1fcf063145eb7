package replicationlab.ui.terminal;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.ColorPalette;
import java.util.Collections;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Colours and font of the terminal as the style sheets have them, so that it follows the theme and
 * the size of the text. A canvas knows no style sheet: these are two nodes that nobody sees, of
 * which one has the font and the other all the colours as its backgrounds.
 */
final class TerminalLook extends Parent {

  private static final int FOREGROUND = 16;
  private static final int BACKGROUND = 17;
  private static final int SELECTED_TEXT = 18;
  private static final int SELECTION = 19;
  private static final int FOUND_TEXT = 20;
  private static final int FOUND = 21;
  private static final int COLOURS = 22;

  private final Label text = new Label();
  private final Region colours = new Region();
  private List<Color> palette = Collections.nCopies(COLOURS, new Color(128, 128, 128));

  /**
   * @param changed called whenever a colour or the font has changed
   */
  TerminalLook(Runnable changed) {
    setManaged(false);
    setVisible(false);
    text.getStyleClass().addAll("terminal-text", "monospace");
    colours.getStyleClass().add("terminal-colours");
    getChildren().addAll(text, colours);
    colours.backgroundProperty().subscribe(background -> take(background, changed));
    text.fontProperty().subscribe((was, is) -> changed.run());
  }

  private void take(Background background, Runnable changed) {
    if (background != null && background.getFills().size() == COLOURS) {
      palette = background.getFills().stream().map(fill -> colour(fill.getFill())).toList();
      changed.run();
    }
  }

  private static Color colour(Paint paint) {
    return paint instanceof javafx.scene.paint.Color colour
        ? new Color(part(colour.getRed()), part(colour.getGreen()), part(colour.getBlue()))
        : new Color(128, 128, 128);
  }

  private static int part(double of1) {
    return (int) Math.round(of1 * 255);
  }

  Font font() {
    return text.getFont();
  }

  /** The plain colours change with the theme, also of what has been written already. */
  TerminalColor foreground() {
    return new TerminalColor(() -> palette.get(FOREGROUND));
  }

  TerminalColor background() {
    return new TerminalColor(() -> palette.get(BACKGROUND));
  }

  TextStyle selection() {
    return new TextStyle(now(SELECTED_TEXT), now(SELECTION));
  }

  TextStyle found() {
    return new TextStyle(now(FOUND_TEXT), now(FOUND));
  }

  private @Nullable TerminalColor now(int index) {
    return TerminalColor.fromColor(palette.get(index));
  }

  /** The sixteen colours that programs name by number. */
  ColorPalette palette() {
    return new ColorPalette() {
      @Override
      protected Color getForegroundByColorIndex(int index) {
        return palette.get(index);
      }

      @Override
      protected Color getBackgroundByColorIndex(int index) {
        return palette.get(index);
      }
    };
  }
}
