package replicationlab.ui.console;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.console.ConsoleLine.Kind;

/** Shows one line, in the style of its kind. */
final class LineCell extends ListCell<ConsoleLine> {

  /**
   * A line longer than this is cut on the screen (never in a copy): it would stop the scrolling.
   */
  private static final int SHOWN = 2_000;

  private @Nullable Kind styled;

  LineCell() {
    getStyleClass().add("line");
  }

  @Override
  protected void updateItem(@Nullable ConsoleLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setText(null);
      style(null);
    } else {
      String shown = line.shown().replace("\t", "        ");
      setText(shown.length() > SHOWN ? shown.substring(0, SHOWN) + " …" : shown);
      style(line.kind());
    }
  }

  private void style(@Nullable Kind kind) {
    if (kind != styled) {
      if (styled != null) {
        pseudoClassStateChanged(styled.style(), false);
      }
      if (kind != null) {
        pseudoClassStateChanged(kind.style(), true);
      }
      styled = kind;
    }
  }
}
