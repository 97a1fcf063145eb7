package replicationlab.diagram;

/** An upright rectangle on the grid, in grid units. */
public record Box(double left, double top, double width, double height) {

  /** A box of this size around a centre. */
  public static Box around(Point center, double width, double height) {
    return new Box(center.x() - width / 2, center.y() - height / 2, width, height);
  }

  /** The smallest box that holds both corners, in whatever order. */
  public static Box between(Point a, Point b) {
    return new Box(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.abs(a.x() - b.x()),
        Math.abs(a.y() - b.y()));
  }

  /** The right border's x. */
  public double right() {
    return left + width;
  }

  /** The bottom border's y. */
  public double bottom() {
    return top + height;
  }

  /** The middle. */
  public Point center() {
    return new Point(left + width / 2, top + height / 2);
  }

  /** This box with a margin all around; a negative margin shrinks it. */
  public Box grow(double margin) {
    return new Box(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
  }

  /** Whether the two share more than a border. */
  public boolean overlaps(Box other) {
    double slack = 1e-6;
    return left < other.right() - slack
        && other.left < right() - slack
        && top < other.bottom() - slack
        && other.top < bottom() - slack;
  }

  /** Whether the other lies wholly inside; touching borders count as inside. */
  public boolean contains(Box other) {
    double slack = 1e-6;
    return other.left >= left - slack
        && other.top >= top - slack
        && other.right() <= right() + slack
        && other.bottom() <= bottom() + slack;
  }

  /** Whether a place lies inside or on the border. */
  public boolean contains(Point point) {
    return contains(around(point, 0, 0));
  }

  /** The smallest box that holds both. */
  public Box union(Box other) {
    double x = Math.min(left, other.left);
    double y = Math.min(top, other.top);
    return new Box(
        x, y, Math.max(right(), other.right()) - x, Math.max(bottom(), other.bottom()) - y);
  }
}
