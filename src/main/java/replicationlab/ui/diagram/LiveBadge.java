package replicationlab.ui.diagram;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import replicationlab.diagram.Box;

/** What the running cluster behind a node or a group does now: a pill on its upper border. */
final class LiveBadge extends Label {

  private static final double HEIGHT = 26;

  /** Half the width of an arrow's head, and some air. */
  private static final double BESIDE = 14;

  LiveBadge() {
    getStyleClass().add("live-badge");
    Circle light = new Circle(5);
    light.getStyleClass().add("live-light");
    setGraphic(light);
    setVisible(false);
    setMinHeight(HEIGHT);
  }

  /**
   * Beside the middle of the upper border, where arrows come in, and towards the middle of the
   * diagram, where there is room.
   */
  void onNode(Box box, double diagramWidth) {
    double middle = DiagramCanvas.px(box.center().x());
    boolean onTheLeft = middle < diagramWidth / 2;
    layoutXProperty()
        .bind(
            widthProperty()
                .map(w -> onTheLeft ? middle + BESIDE : middle - BESIDE - w.doubleValue()));
    setLayoutY(DiagramCanvas.px(box.top()) - HEIGHT / 2);
  }

  /** To the right, because the caption is on the left. */
  void onGroup(Box box) {
    double right = DiagramCanvas.px(box.right()) - 14;
    layoutXProperty().bind(widthProperty().map(w -> right - w.doubleValue()));
    setLayoutY(DiagramCanvas.px(box.top()) - HEIGHT / 2);
  }

  void show(NodeState state, String words) {
    // Its author's words are beside it: this is what is, and no part of what the diagram tells.
    setText("live: " + (words.isEmpty() ? state.name().toLowerCase(Locale.ROOT) : words));
    for (NodeState each : NodeState.values()) {
      PseudoClass pseudoClass = each.pseudoClass();
      pseudoClassStateChanged(pseudoClass, each == state);
    }
    setVisible(true);
  }
}
