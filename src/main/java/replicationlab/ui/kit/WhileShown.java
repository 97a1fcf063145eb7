package replicationlab.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Holds a view's subscriptions for as long as the view is in a window. */
public final class WhileShown {

  private WhileShown() {}

  /** Calls {@code subscribe} whenever the node comes into a scene, and undoes it when it leaves. */
  public static void subscribe(Node node, Supplier<Subscription> subscribe) {
    List<Subscription> current = new ArrayList<>();
    node.sceneProperty()
        .subscribe(scene -> {
          current.forEach(Subscription::unsubscribe);
          current.clear();
          if (scene != null) {
            current.add(subscribe.get());
          }
        });
  }
}
