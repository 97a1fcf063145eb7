package replicationlab.ui;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds words that are cut off; call on JavaFX's thread. */
public final class CutOff {

  private CutOff() {}

  /** What of the words that are seen under a node ends in dots, or outside of what it stands in. */
  public static List<String> under(Node root) {
    return ScreenReader.seen(root).stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(CutOff::isCut)
        .map(labeled -> "\"" + labeled.getText() + "\" in " + ScreenReader.path(labeled))
        .toList();
  }

  private static boolean isCut(Labeled labeled) {
    @Nullable String text = labeled.getText();
    if (text == null || text.isEmpty()) {
      return false;
    }
    String dots = labeled.getEllipsisString();
    boolean dotted =
        !text.endsWith(dots)
            && labeled.getChildrenUnmodifiable().stream()
                .anyMatch(child -> child instanceof Text shown && shown.getText().endsWith(dots));
    return dotted || isOutside(labeled);
  }

  /** Of what is scrolled, nothing is: it can be brought into sight. */
  private static boolean isOutside(Labeled labeled) {
    Bounds own = labeled.localToScene(labeled.getLayoutBounds());
    for (@Nullable Node each = labeled.getParent(); each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("viewport")
          || each.getStyleClass().contains("clipped-container")) {
        return false;
      }
      if (each.getClip() != null || each.getParent() == null) {
        Bounds room = each.localToScene(each.getLayoutBounds());
        if (own.getMaxX() > room.getMaxX() + 1 || own.getMaxY() > room.getMaxY() + 1) {
          return true;
        }
      }
    }
    return false;
  }
}
