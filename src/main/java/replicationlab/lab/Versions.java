package replicationlab.lab;

/**
 * The majors for which a part of a step is meant, both ends included; 9 stands for 9.6, the oldest
 * that the lab runs.
 */
public record Versions(int from, int to) {

  /** Every major. */
  public static final Versions ALL = new Versions(0, Integer.MAX_VALUE);

  /** No major. */
  public static final Versions NONE = new Versions(1, 0);

  /** Whether {@code major} is among them. */
  public boolean contain(int major) {
    return from <= major && major <= to;
  }

  /**
   * Reads "..11", "12..", "13..14" or "15".
   *
   * @throws NumberFormatException if it is none of these
   */
  public static Versions parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      int only = Integer.parseInt(text);
      return new Versions(only, only);
    }
    String from = text.substring(0, dots);
    String to = text.substring(dots + 2);
    return new Versions(
        from.isEmpty() ? ALL.from : Integer.parseInt(from),
        to.isEmpty() ? ALL.to : Integer.parseInt(to));
  }
}
