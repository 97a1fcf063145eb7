package replicationlab.diagram;

import java.util.ArrayList;
import java.util.List;

/** The line of an edge from border to border: corners joined by straight pieces. */
public record Route(List<Point> points) {

  /** The length of an arrow's head, and half its width. */
  public static final double HEAD = 0.3;

  public static final double HEAD_HALF_WIDTH = 0.14;

  public Route {
    points = List.copyOf(points);
  }

  /** One straight piece. */
  public record Piece(Point from, Point to) {

    /** The piece's length. */
    public double length() {
      return from.distance(to);
    }

    /** Whether it lies flat. */
    public boolean horizontal() {
      return Math.abs(from.y() - to.y()) < 1e-6;
    }

    /** The piece as a box of no width. */
    public Box box() {
      return Box.between(from, to);
    }
  }

  /** The straight pieces in order. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      pieces.add(new Piece(points.get(i - 1), points.get(i)));
    }
    return pieces;
  }

  /** The whole length in grid units. */
  public double length() {
    return pieces().stream().mapToDouble(Piece::length).sum();
  }

  /** The place at a fraction of the way, 0 to 1. */
  public Point at(double fraction) {
    double left = fraction * length();
    for (Piece piece : pieces()) {
      if (left <= piece.length() && piece.length() > 0) {
        return piece.from().between(piece.to(), left / piece.length());
      }
      left -= piece.length();
    }
    return points.getLast();
  }

  /** The space that the ink of the line takes: a thin box for each piece, and one for each head. */
  public List<Box> ink(boolean both) {
    List<Box> ink = new ArrayList<>();
    pieces().forEach(piece -> ink.add(piece.box().grow(0.04)));
    ink.add(head(pieces().getLast()));
    if (both) {
      Piece first = pieces().getFirst();
      ink.add(head(new Piece(first.to(), first.from())));
    }
    return ink;
  }

  private static Box head(Piece piece) {
    double length = Math.min(HEAD, piece.length());
    Point back = piece.to().between(piece.from(), length / Math.max(piece.length(), 1e-6));
    Box shaft = Box.between(piece.to(), back);
    return piece.horizontal()
        ? new Box(shaft.left(), shaft.top() - HEAD_HALF_WIDTH, shaft.width(), 2 * HEAD_HALF_WIDTH)
        : new Box(shaft.left() - HEAD_HALF_WIDTH, shaft.top(), 2 * HEAD_HALF_WIDTH, shaft.height());
  }
}
