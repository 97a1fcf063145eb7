package replicationlab.diagram;

import java.util.List;

/**
 * How large words come out, estimated from a wide sans serif so that any usual font fits. The
 * geometry must not depend on a font, or a diagram that passes its checks here would fail
 * elsewhere.
 */
public final class TextSize {

  /** The size of a node's words, in grid units; bold. */
  public static final double LABEL = 0.35;

  /** The size of a node's second line. */
  public static final double NOTE = 0.28;

  /** The size of an edge's words. */
  public static final double EDGE = 0.3;

  /** The size of a group's caption; bold. */
  public static final double GROUP = 0.3;

  private static final double LINE_HEIGHT = 1.22;
  private static final double BOLD = 1.04;
  private static final String NARROW = "ijlI.,:;'|!/ ";
  private static final String HALF = "frt()[]-";
  private static final String WIDE = "mwMW@%&";

  private TextSize() {}

  /** The width of the longest line in grid units, at a size in grid units. */
  public static double width(String text, double size, boolean bold) {
    double widest = lines(text).stream().mapToDouble(TextSize::ems).max().orElse(0);
    return widest * size * (bold ? BOLD : 1);
  }

  /** The height of all lines in grid units. */
  public static double height(String text, double size) {
    return lines(text).size() * size * LINE_HEIGHT;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  private static double ems(String line) {
    return line.chars().mapToDouble(TextSize::em).sum();
  }

  private static double em(int letter) {
    if (NARROW.indexOf(letter) >= 0) {
      return 0.34;
    }
    if (HALF.indexOf(letter) >= 0) {
      return 0.42;
    }
    if (WIDE.indexOf(letter) >= 0) {
      return 0.96;
    }
    return Character.isUpperCase(letter) ? 0.7 : 0.62;
  }
}
