package replicationlab.postgres.config;

/**
 * Makes the quotes and dashes that word processors and slides prefer into those that PostgreSQL
 * reads.
 */
public final class StraightText {

  private StraightText() {}

  /** The text with ' " and - in the place of their typographic kin; a no-break space is a space. */
  public static String of(String text) {
    StringBuilder straight = new StringBuilder(text.length());
    text.chars().forEach(each -> straight.append(straight((char) each)));
    return straight.toString();
  }

  /** Whether anything would change, outside of comments. */
  public static boolean isNeeded(String line) {
    int comment = line.indexOf('#');
    String counts = comment < 0 ? line : line.substring(0, comment);
    return !of(counts).equals(counts);
  }

  private static char straight(char each) {
    return switch (each) {
      case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u00a0', '\u2007', '\u202f' -> ' ';
      default -> each;
    };
  }
}
