package replicationlab.ui.diagram;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import replicationlab.diagram.Box;
import replicationlab.diagram.DiagramGroup;
import replicationlab.diagram.DiagramState.GroupLook;
import replicationlab.diagram.NodeRole;

/** A box around nodes with its caption. */
final class GroupFigure extends Pane {

  private final Label caption = new Label();

  GroupFigure(DiagramGroup group, Box box, Box captionBox) {
    getStyleClass().add("diagram-group");
    setId("group-" + group.name());
    relocate(DiagramCanvas.px(box.left()), DiagramCanvas.px(box.top()));
    resize(DiagramCanvas.px(box.width()), DiagramCanvas.px(box.height()));
    setPrefSize(getWidth(), getHeight());
    caption.getStyleClass().add("group-label");
    caption.relocate(
        DiagramCanvas.px(captionBox.left() - box.left()),
        DiagramCanvas.px(captionBox.top() - box.top()));
    getChildren().add(caption);
  }

  void show(GroupLook look, StepTransition transition) {
    caption.setText(look.label());
    pseudoClassStateChanged(NodeFigure.PRIMARY, look.role() == NodeRole.PRIMARY);
    pseudoClassStateChanged(NodeFigure.STANDBY, look.role() == NodeRole.STANDBY);
    pseudoClassStateChanged(NodeFigure.FAILED, look.failed());
    pseudoClassStateChanged(NodeFigure.HIGHLIGHTED, look.highlighted());
    transition.fade(this, look.visible() ? (look.dimmed() ? NodeFigure.DIMMED : 1) : 0);
  }
}
