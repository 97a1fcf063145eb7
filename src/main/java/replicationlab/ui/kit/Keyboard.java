package replicationlab.ui.kit;

import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

  /**
   * Gives the keyboard to something that is just being brought to the front: such a thing takes it
   * now or, when it comes into the window only with the next layout, then.
   *
   * @param to what gets it; null for nothing
   */
  public static void give(Supplier<? extends @Nullable Node> to) {
    Runnable task =
        () -> {
          Node node = to.get();
          if (node != null) {
            node.requestFocus();
          }
        };
    task.run();
    FxThread.afterNextFrame(task);
  }

  /**
   * Leaves no button of a part of the window with the keyboard after it was pressed: Space, which
   * means the next step there, would press it again. One that has given the keyboard on is left
   * alone.
   *
   * @param next gives the keyboard to what is to have it instead
   */
  public static void leavesButtonsOf(Node part, Runnable next) {
    part.addEventHandler(
        ActionEvent.ACTION,
        event -> {
          if (event.getTarget() instanceof Button pressed && isIn(pressed)) {
            next.run();
          }
        });
  }
}
