package replicationlab.ui.diagram;

import java.util.List;
import java.util.Locale;
import replicationlab.diagram.Point;
import replicationlab.diagram.Route;

/** The line of an edge as a path, its corners rounded. */
final class EdgeLine {

  private static final double RADIUS = 0.22;

  private EdgeLine() {}

  /** The path from border to border; it stops inside each arrow's head, not at its tip. */
  static String path(List<Point> points, boolean both) {
    int last = points.size() - 1;
    Point start = both ? shortened(points.get(1), points.getFirst()) : points.getFirst();
    StringBuilder path = new StringBuilder("M" + at(start));
    for (int i = 1; i < last; i++) {
      Point before = points.get(i - 1);
      Point corner = points.get(i);
      Point after = points.get(i + 1);
      Point into = near(corner, before);
      Point out = near(corner, after);
      path.append(" L")
          .append(at(into))
          .append(" Q")
          .append(at(corner))
          .append(' ')
          .append(at(out));
    }
    return path.append(" L")
        .append(at(shortened(points.get(last - 1), points.get(last))))
        .toString();
  }

  private static Point near(Point corner, Point other) {
    double length = corner.distance(other);
    return length == 0 ? corner : corner.between(other, Math.min(RADIUS, length / 2) / length);
  }

  private static Point shortened(Point before, Point tip) {
    double length = before.distance(tip);
    return length == 0 ? tip : tip.between(before, Math.min(0.6, Route.HEAD * 0.7 / length));
  }

  private static String at(Point point) {
    return String.format(
        Locale.ROOT, "%.2f %.2f", DiagramCanvas.px(point.x()), DiagramCanvas.px(point.y()));
  }
}
