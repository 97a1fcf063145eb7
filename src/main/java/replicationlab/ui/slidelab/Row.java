package replicationlab.ui.slidelab;

import java.util.Locale;

/**
 * A line of what a slide's code did; its kind has a sign, so that nothing is told by colour alone.
 */
record Row(Kind kind, String text) {

  /** What a line is. */
  enum Kind {
    COMMAND("$"),
    PRINTED(""),
    /** Was printed to the stream for errors. */
    ERROR(""),
    /** A line that a file has got, and one that it has lost. */
    INSERTED("+"),
    DELETED("-"),
    ENDED_WELL(""),
    ENDED_BADLY(""),
    SAME(""),
    NATURAL("\u2248"),
    ADDED("+"),
    MISSING("\u2212");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    String styleClass() {
      return "row-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a command has printed it. */
    boolean printed() {
      return this == PRINTED || this == ERROR;
    }
  }

  static Row of(Comparison.Line line) {
    return new Row(
        switch (line.mark()) {
          case SAME -> Kind.SAME;
          case NATURAL -> Kind.NATURAL;
          case ADDED -> Kind.ADDED;
          case MISSING -> Kind.MISSING;
        },
        line.text());
  }
}
