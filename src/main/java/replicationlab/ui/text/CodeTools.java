package replicationlab.ui.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import replicationlab.deck.Block;

/**
 * What can be done with code besides copying it, such as running it. Whoever shows slides offers it
 * for all code below a node, and so it need not be handed through whatever lies between.
 */
@FunctionalInterface
public interface CodeTools {

  /** Buttons for a block, to stand before Copy; none for one with which nothing can be done. */
  List<? extends Node> of(Block.Code code);

  /** Offers tools for all code that will be shown below a node. */
  static void offer(Node above, CodeTools tools) {
    above.getProperties().put(CodeTools.class, tools);
  }

  /** The tools that are offered nearest above a node; they do nothing if none are. */
  static CodeTools above(Node node) {
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (each.hasProperties()
          && each.getProperties().get(CodeTools.class) instanceof CodeTools t) {
        return t;
      }
    }
    return code -> List.of();
  }
}
