package replicationlab.diagram;

import java.util.Locale;
import java.util.Optional;

/** A side of a node or of a line. */
public enum Side {
  LEFT(-1, 0),
  RIGHT(1, 0),
  ABOVE(0, -1),
  BELOW(0, 1);

  private final int dx;
  private final int dy;

  Side(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  int dx() {
    return dx;
  }

  int dy() {
    return dy;
  }

  boolean horizontal() {
    return dx != 0;
  }

  Side opposite() {
    return switch (this) {
      case LEFT -> RIGHT;
      case RIGHT -> LEFT;
      case ABOVE -> BELOW;
      case BELOW -> ABOVE;
    };
  }

  /** The side that an author's word means; top and bottom are understood too. */
  static Optional<Side> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "left" -> Optional.of(LEFT);
      case "right" -> Optional.of(RIGHT);
      case "above", "top" -> Optional.of(ABOVE);
      case "below", "bottom" -> Optional.of(BELOW);
      default -> Optional.empty();
    };
  }
}
