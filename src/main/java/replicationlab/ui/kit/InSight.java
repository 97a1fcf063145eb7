package replicationlab.ui.kit;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a node can be seen: in a showing window, with everything around it visible. */
public final class InSight {

  private static final ObservableValue<Boolean> NO = new ReadOnlyBooleanWrapper(false);

  private InSight() {}

  /** Changes when the window comes or goes, and when the node or anything around it does. */
  public static ObservableValue<Boolean> of(Node node) {
    return node.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .flatMap(showing -> showing ? visible(node) : NO)
        .orElse(false);
  }

  private static ObservableValue<Boolean> visible(Node node) {
    return node.visibleProperty()
        .flatMap(
            visible -> visible ? node.parentProperty().flatMap(InSight::visible).orElse(true) : NO);
  }
}
