package replicationlab.diagram;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a node stands for, which decides its drawing and its size on the grid. */
public enum NodeKind {
  SERVER(Shape.CARD),
  BALANCER(Shape.CARD),
  CLIENT(Shape.BARE),
  CLIENTS(Shape.BARE),
  USER(Shape.BARE),
  LAPTOP(Shape.BARE),
  OFFICE(Shape.BARE),
  CLOUD(Shape.BARE),
  DISK(Shape.BARE),
  ARCHIVE(Shape.BARE),
  LOCK(Shape.BARE),
  FILE(Shape.ROW),
  LOG(Shape.ROW),
  TABLE(Shape.ROW),
  TRIGGER(Shape.ROW),
  BUFFER(Shape.ROW),
  PROCESS(Shape.ROW),
  DAEMON(Shape.ROW),
  RULE(Shape.ROW),
  TEXT(Shape.TEXT);

  /** How glyph and words are arranged, and the size that comes with it. */
  public enum Shape {
    /** A framed card, the glyph above the words. */
    CARD(3, 2),
    /** A framed row, the glyph left of the words. */
    ROW(3, 1),
    /** No frame, the glyph above the words; wider if the words are. */
    BARE(1.5, 1.5),
    /** Words alone. */
    TEXT(3, 1);

    private final double width;
    private final double height;

    Shape(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  private final Shape shape;

  NodeKind(Shape shape) {
    this.shape = shape;
  }

  /** How the node is arranged. */
  public Shape shape() {
    return shape;
  }

  /** The usual width in grid units. */
  public double width() {
    return shape.width;
  }

  /** The usual height in grid units. */
  public double height() {
    return shape.height;
  }

  /** What a second line adds to the height: nothing where the frame has room for it. */
  public double noteHeight() {
    return shape == Shape.BARE ? 0.25 : 0;
  }

  /** The kind as an author writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NodeKind> of(String word) {
    String known = word.equalsIgnoreCase("network") ? "cloud" : word;
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(known)).findFirst();
  }
}
