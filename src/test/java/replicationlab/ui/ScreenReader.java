package replicationlab.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/** What somebody hears who goes through a window by Tab; call on JavaFX's thread. */
public final class ScreenReader {

  private ScreenReader() {}

  /** The paths of what can have the focus under a node, is seen, and says nothing. */
  public static List<String> nameless(Parent root) {
    List<Node> all = seen(root);
    Map<Node, String> labels = new HashMap<>();
    for (Node node : all) {
      if (node instanceof Label label && label.getLabelFor() != null) {
        labels.put(label.getLabelFor(), label.getText());
      }
    }
    return all.stream()
        .filter(Node::isFocusTraversable)
        .filter(node -> name(node).isBlank() && labels.getOrDefault(node, "").isBlank())
        .map(ScreenReader::path)
        .toList();
  }

  /** All that is seen under a node, and the node itself. */
  public static List<Node> seen(Node root) {
    List<Node> found = new ArrayList<>();
    if (root.isVisible()) {
      found.add(root);
      if (root instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> found.addAll(seen(child)));
      }
    }
    return found;
  }

  /** What a control calls itself; empty for none. */
  public static String name(Node node) {
    @Nullable String spoken = node.getAccessibleText();
    if (spoken != null && !spoken.isBlank()) {
      return spoken;
    }
    if (node instanceof Labeled labeled && !text(labeled).isBlank()) {
      return text(labeled);
    }
    if (node instanceof TabPane tabs) {
      @Nullable Tab selected = tabs.getSelectionModel().getSelectedItem();
      return selected == null || selected.getText() == null ? "" : selected.getText();
    }
    return node.getAccessibleHelp() == null ? "" : node.getAccessibleHelp();
  }

  private static String text(Labeled labeled) {
    String own = labeled.getText() == null ? "" : labeled.getText();
    return own.isBlank() && labeled.getGraphic() instanceof Label inside ? inside.getText() : own;
  }

  /** Where a node is, from the window's root: enough of it to find it in the source. */
  public static String path(Node node) {
    Deque<String> names = new ArrayDeque<>();
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      String id = each.getId() == null ? "" : "#" + each.getId();
      names.addFirst(
          each.getClass().getSimpleName() + id + String.join("", dotted(each.getStyleClass())));
    }
    return String.join(" > ", names);
  }

  private static List<String> dotted(List<String> styles) {
    return styles.stream().map(style -> "." + style).toList();
  }
}
