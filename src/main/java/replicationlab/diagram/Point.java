package replicationlab.diagram;

/** A place on the grid, in grid units; x grows to the right, y downwards. */
public record Point(double x, double y) {

  /** The distance to another place, in grid units. */
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The place a given way towards a side. */
  Point towards(Side side, double way) {
    return new Point(x + side.dx() * way, y + side.dy() * way);
  }

  /** The place at a fraction of the way to another. */
  public Point between(Point other, double fraction) {
    return new Point(x + (other.x - x) * fraction, y + (other.y - y) * fraction);
  }
}
