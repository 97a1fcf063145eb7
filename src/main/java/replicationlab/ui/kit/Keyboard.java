package replicationlab.ui.kit;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Where a window's keys go. */
public final class Keyboard {

  private Keyboard() {}

  /**
   * Whether a node, or something in it, gets its window's keys as soon as the window has them:
   * unlike {@link Node#isFocusWithin()} also while another window is in front.
   */
  public static boolean isIn(Node node) {
    @Nullable Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
    while (owner != null && !owner.equals(node)) {
      owner = owner.getParent();
    }
    return owner != null;
  }
}
