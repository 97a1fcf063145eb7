package replicationlab.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.fxmisc.flowless.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Finds words that are cut off; call on JavaFX's thread. */
public final class CutOff {

  private CutOff() {}

  /**
   * What of the words that are seen under a node ends in dots, or outside of what it stands in. A
   * name, which may be of any length, may end in dots where a tooltip has it whole; a button's
   * words may not.
   */
  public static List<String> under(Node root) {
    return labels(root)
        .filter(CutOff::isCut)
        .map(labeled -> "\"" + labeled.getText() + "\" in " + ScreenReader.path(labeled))
        .toList();
  }

  private static Stream<Labeled> labels(Node root) {
    return ScreenReader.seen(root).stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(labeled -> labeled.getText() != null && !labeled.getText().isEmpty());
  }

  private static boolean isCut(Labeled labeled) {
    String text = labeled.getText();
    String dots = labeled.getEllipsisString();
    boolean dotted =
        labeled.getChildrenUnmodifiable().stream()
            .anyMatch(
                child -> child instanceof Text shown && isOf(shown, dots) && !text.contains(dots));
    return (dotted && !isSaidWhole(labeled)) || isOutside(labeled);
  }

  private static boolean isOf(Text shown, String dots) {
    return shown.getText().startsWith(dots) || shown.getText().endsWith(dots);
  }

  private static boolean isSaidWhole(Labeled labeled) {
    if (labeled instanceof ButtonBase && !(labeled instanceof Hyperlink)) {
      return false;
    }
    for (@Nullable Node each = labeled; each != null; each = each.getParent()) {
      if (Objects.requireNonNullElse(each.getAccessibleHelp(), "").contains(labeled.getText())) {
        return true;
      }
    }
    return false;
  }

  /** Of what is scrolled, nothing is: it can be brought into sight. */
  private static boolean isOutside(Labeled labeled) {
    Bounds own = inScene(labeled);
    for (@Nullable Node each = labeled.getParent(); each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("headers-region") && each.getClip() != null) {
        // Tabs that have no room can be chosen from the menu at their end.
        own = each.localToScene(each.getClip().getBoundsInParent());
      } else if (each instanceof VirtualFlow<?, ?>
          || each.getStyleClass().contains("viewport")
          || each.getStyleClass().contains("clipped-container")) {
        if (each.getParent() instanceof ScrollPane pane
            && pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER
            && own.getMaxX() > inScene(each).getMaxX() + 1) {
          return true;
        }
        own = inScene(each);
      } else if (each.getClip() != null || each.getParent() == null) {
        Bounds room = inScene(each);
        if (own.getMaxX() > room.getMaxX() + 1
            || own.getMaxY() > room.getMaxY() + 1
            || own.getMinX() < room.getMinX() - 1
            || own.getMinY() < room.getMinY() - 1) {
          return true;
        }
      }
    }
    return false;
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
