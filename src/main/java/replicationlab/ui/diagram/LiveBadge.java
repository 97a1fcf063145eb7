package replicationlab.ui.diagram;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import replicationlab.diagram.Box;

/** What the running cluster behind a node or a group does now: a pill on its upper border. */
final class LiveBadge extends Label {

  private static final double HEIGHT = 26;

  LiveBadge() {
    getStyleClass().add("live-badge");
    Circle light = new Circle(5);
    light.getStyleClass().add("live-light");
    setGraphic(light);
    setVisible(false);
    setMinHeight(HEIGHT);
  }

  void onNode(Box box) {
    place(box, 0.5);
  }

  /** To the right, because the caption is on the left. */
  void onGroup(Box box) {
    place(box, 1);
  }

  private void place(Box box, double share) {
    double right = DiagramCanvas.px(box.right()) - 14;
    double middle = DiagramCanvas.px(box.center().x());
    layoutXProperty()
        .bind(
            widthProperty()
                .map(w -> share < 1 ? middle - w.doubleValue() / 2 : right - w.doubleValue()));
    setLayoutY(DiagramCanvas.px(box.top()) - HEIGHT / 2);
  }

  void show(NodeState state, String words) {
    setText(words.isEmpty() ? state.name().toLowerCase(Locale.ROOT) : words);
    for (NodeState each : NodeState.values()) {
      PseudoClass pseudoClass = each.pseudoClass();
      pseudoClassStateChanged(pseudoClass, each == state);
    }
    setVisible(true);
  }
}
