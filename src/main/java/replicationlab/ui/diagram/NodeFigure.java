package replicationlab.ui.diagram;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import replicationlab.diagram.DiagramNode;
import replicationlab.diagram.DiagramState.NodeLook;
import replicationlab.diagram.NodeKind;
import replicationlab.diagram.NodeRole;

/** One node: frame, glyph, words, and what happens to it. */
final class NodeFigure extends Pane {

  static final PseudoClass PRIMARY = PseudoClass.getPseudoClass("primary");
  static final PseudoClass STANDBY = PseudoClass.getPseudoClass("standby");
  static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");
  static final double DIMMED = 0.32;

  private static final double ROW_GLYPH = 32;
  private static final double CARD_GLYPH = 50;
  private static final double BARE_GLYPH = 50;
  private static final double PADDING = 7;

  private final DiagramNode node;
  private final Label label = new Label();
  private final Label note = new Label();
  private final Region ring = new Region();
  private final SVGPath cross = new SVGPath();
  private final Pane content;
  private @Nullable NodeLook look;

  NodeFigure(DiagramNode node) {
    this.node = node;
    NodeKind.Shape shape = node.kind().shape();
    getStyleClass()
        .addAll(
            "diagram-node", shape.name().toLowerCase(Locale.ROOT), "kind-" + node.kind().word());
    setId("node-" + node.name());
    relocate(DiagramCanvas.px(node.box().left()), DiagramCanvas.px(node.box().top()));
    double width = DiagramCanvas.px(node.box().width());
    double height = DiagramCanvas.px(node.box().height());
    setPrefSize(width, height);
    resize(width, height);
    label.getStyleClass().add("node-label");
    note.getStyleClass().add("node-note");
    content = content(shape);
    content.resizeRelocate(0, 0, width, height);
    content.setPrefSize(width, height);
    content.getStyleClass().add("node-frame");
    ring.getStyleClass().add("node-ring");
    ring.resizeRelocate(-5, -5, width + 10, height + 10);
    ring.setVisible(false);
    cross.setContent("M0 0L40 40M40 0L0 40");
    cross.setStrokeLineCap(StrokeLineCap.ROUND);
    cross.getStyleClass().add("node-cross");
    cross.setVisible(false);
    ring.setManaged(false);
    cross.setManaged(false);
    placeCross(shape, width, height);
    getChildren().addAll(content, ring, cross);
  }

  private Pane content(NodeKind.Shape shape) {
    VBox words = new VBox(label, note);
    words.getStyleClass().add("node-words");
    words.setAlignment(shape == NodeKind.Shape.ROW ? Pos.CENTER_LEFT : Pos.CENTER);
    if (shape == NodeKind.Shape.TEXT) {
      return words;
    }
    if (shape == NodeKind.Shape.ROW) {
      HBox row = new HBox(9, Glyph.of(node.kind()).draw(ROW_GLYPH), words);
      row.setAlignment(Pos.CENTER);
      return row;
    }
    boolean card = shape == NodeKind.Shape.CARD;
    Node glyph = Glyph.of(node.kind()).draw(card ? CARD_GLYPH : BARE_GLYPH);
    VBox column = new VBox(card ? 4 : 2, glyph, words);
    column.setAlignment(Pos.CENTER);
    return column;
  }

  /** The cross strikes the glyph out and leaves the words readable. */
  private void placeCross(NodeKind.Shape shape, double width, double height) {
    double size = 40;
    double x = shape == NodeKind.Shape.ROW ? PADDING : (width - size) / 2;
    double y = shape == NodeKind.Shape.ROW ? (height - size) / 2 : height * 0.34 - size / 2;
    cross.relocate(x, y);
  }

  /** Words that come out wider than the estimate are set smaller rather than cut off. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    content.resizeRelocate(0, 0, getWidth(), getHeight());
    double glyph = node.kind().shape() == NodeKind.Shape.ROW ? ROW_GLYPH + 9 : 0;
    double room = getWidth() - glyph - 2 * PADDING;
    for (Label words : new Label[] {label, note}) {
      words.setMinWidth(Region.USE_PREF_SIZE);
      double fit = Math.min(1, room / Math.max(1, words.prefWidth(-1)));
      words.setScaleX(fit);
      words.setScaleY(fit);
    }
  }

  void show(NodeLook next, StepTransition transition) {
    NodeLook before = look;
    look = next;
    label.setText(next.label());
    note.setText(next.note());
    note.setVisible(!next.note().isEmpty());
    note.setManaged(!next.note().isEmpty());
    pseudoClassStateChanged(PRIMARY, next.role() == NodeRole.PRIMARY);
    pseudoClassStateChanged(STANDBY, next.role() == NodeRole.STANDBY);
    pseudoClassStateChanged(FAILED, next.failed());
    pseudoClassStateChanged(HIGHLIGHTED, next.highlighted());
    transition.fade(this, next.visible() ? (next.dimmed() ? DIMMED : 1) : 0);
    transition.fade(cross, next.failed() ? 1 : 0);
    transition.fade(ring, next.highlighted() ? 1 : 0);
    boolean changed =
        before != null
            && (before.role() != next.role()
                || before.failed() != next.failed()
                || !before.label().equals(next.label()));
    if (changed && next.visible()) {
      transition.pulse(this);
    }
  }
}
