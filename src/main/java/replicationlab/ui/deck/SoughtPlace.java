package replicationlab.ui.deck;

import java.util.Comparator;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Parent;

/** Where the words that were searched for stand, for whoever scrolls there. */
public final class SoughtPlace {

  private SoughtPlace() {}

  /** The uppermost marked words, as they lie in the given node; none before it is laid out. */
  public static Optional<Bounds> in(Parent shown) {
    shown.applyCss();
    shown.layout();
    return shown.lookupAll("." + Sought.STYLE).stream()
        .filter(node -> node.getScene() != null)
        .map(node -> shown.sceneToLocal(node.localToScene(node.getLayoutBounds())))
        .min(Comparator.comparingDouble(Bounds::getMinY));
  }
}
