package replicationlab.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Translate;
import replicationlab.diagram.Box;
import replicationlab.diagram.DiagramEdge;
import replicationlab.diagram.DiagramState.EdgeLook;
import replicationlab.diagram.DiagramState.Link;
import replicationlab.diagram.EdgeKind;
import replicationlab.diagram.Layout;
import replicationlab.diagram.Point;
import replicationlab.diagram.Route;

/** An edge while it joins two certain nodes: line, heads, words, and the dots that move along. */
final class EdgeFigure extends Group {

  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");
  private static final double DOT_SPACING = 1.5;
  private static final double DOT = 5.5;

  private final Link link;
  private final Route route;
  private final List<Circle> forward = new ArrayList<>();
  private final List<Circle> back = new ArrayList<>();
  private final Group dots = new Group();
  private final SVGPath cross = new SVGPath();
  private final Label words = new Label();
  private boolean flowing;

  EdgeFigure(DiagramEdge edge, Link link, Route route, Optional<Layout.Label> label) {
    this.link = link;
    this.route = route;
    getStyleClass().addAll("diagram-edge", edge.kind().name().toLowerCase(Locale.ROOT));
    List<Point> points = route.points();
    SVGPath line = new SVGPath();
    line.setContent(EdgeLine.path(points, edge.both()));
    line.getStyleClass().add("edge-line");
    getChildren().add(line);
    getChildren().add(head(points.get(points.size() - 2), points.getLast()));
    if (edge.both()) {
      getChildren().add(head(points.get(1), points.getFirst()));
    }
    addDots(forward, "edge-dot");
    if (edge.both() || edge.kind() == EdgeKind.SYNC) {
      addDots(back, "edge-answer");
    }
    cross.setContent("M-7.5 -7.5L7.5 7.5M7.5 -7.5L-7.5 7.5");
    cross.getStyleClass().add("edge-cross");
    Point middle = route.at(0.5);
    cross.setTranslateX(DiagramCanvas.px(middle.x()));
    cross.setTranslateY(DiagramCanvas.px(middle.y()));
    getChildren().addAll(dots, cross);
    words.getStyleClass().add("edge-label");
    label.ifPresent(this::place);
    advance(0.5);
  }

  Link link() {
    return link;
  }

  private static Polygon head(Point before, Point tip) {
    double length = DiagramCanvas.px(Route.HEAD);
    double half = DiagramCanvas.px(Route.HEAD_HALF_WIDTH);
    Polygon head = new Polygon(0, 0, -length, -half, -length * 0.8, 0, -length, half);
    head.getStyleClass().add("edge-head");
    double angle = Math.toDegrees(Math.atan2(tip.y() - before.y(), tip.x() - before.x()));
    head.getTransforms()
        .addAll(
            new Translate(DiagramCanvas.px(tip.x()), DiagramCanvas.px(tip.y())), new Rotate(angle));
    return head;
  }

  private void addDots(List<Circle> lane, String styleClass) {
    long count = Math.max(1, Math.round(route.length() / DOT_SPACING));
    for (int i = 0; i < count; i++) {
      Circle dot = new Circle(DOT);
      dot.getStyleClass().add(styleClass);
      lane.add(dot);
    }
    dots.getChildren().addAll(lane);
  }

  private void place(Layout.Label label) {
    Box box = label.box();
    words.setPrefSize(DiagramCanvas.px(box.width()), DiagramCanvas.px(box.height()));
    words.setTextOverrun(OverrunStyle.CLIP);
    words.setMinSize(words.getPrefWidth(), words.getPrefHeight());
    words.setAlignment(
        switch (label.side()) {
          case LEFT -> Pos.CENTER_RIGHT;
          case RIGHT -> Pos.CENTER_LEFT;
          case ABOVE -> Pos.BOTTOM_CENTER;
          case BELOW -> Pos.TOP_CENTER;
        });
    words.setTextAlignment(
        switch (label.side()) {
          case LEFT -> TextAlignment.RIGHT;
          case RIGHT -> TextAlignment.LEFT;
          case ABOVE, BELOW -> TextAlignment.CENTER;
        });
    words.relocate(DiagramCanvas.px(box.left()), DiagramCanvas.px(box.top()));
    getChildren().add(words);
  }

  boolean isFlowing() {
    return flowing;
  }

  void show(EdgeLook look, StepTransition transition) {
    boolean here = look.visible() && look.link().equals(link);
    flowing = here && look.flowing();
    if (look.link().equals(link)) {
      words.setText(look.label());
    }
    pseudoClassStateChanged(BROKEN, look.broken());
    pseudoClassStateChanged(STILL, !look.flowing() && !look.broken());
    pseudoClassStateChanged(NodeFigure.HIGHLIGHTED, look.highlighted());
    transition.fade(this, here ? (look.dimmed() ? NodeFigure.DIMMED : 1) : 0);
    transition.fade(dots, flowing ? 1 : 0);
    transition.fade(cross, look.broken() ? 1 : 0);
  }

  /** Moves the dots to a phase from 0 to 1, after which each stands where the next one stood. */
  void advance(double phase) {
    for (int i = 0; i < forward.size(); i++) {
      put(forward.get(i), (i + phase) / forward.size());
    }
    for (int i = 0; i < back.size(); i++) {
      put(back.get(i), 1 - (i + (phase + 0.5) % 1) / back.size());
    }
  }

  private void put(Circle dot, double fraction) {
    Point point = route.at(fraction);
    dot.setCenterX(DiagramCanvas.px(point.x()));
    dot.setCenterY(DiagramCanvas.px(point.y()));
  }
}
