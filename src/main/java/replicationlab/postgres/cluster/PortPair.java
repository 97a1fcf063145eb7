package replicationlab.postgres.cluster;

/** The ports of a lab's primary and standby. */
public record PortPair(int primary, int standby) {

  /** The course's own. */
  public static final PortPair OF_THE_COURSE = new PortPair(5432, 5433);

  public PortPair {
    if (primary == standby
        || Math.min(primary, standby) < 1
        || Math.max(primary, standby) > 65_535) {
      throw new IllegalArgumentException(
          "Ports are two different numbers from 1 to 65535, such as 5432,5433; these are "
              + primary
              + ","
              + standby
              + ".");
    }
  }

  /**
   * Reads "5432,5433".
   *
   * @throws IllegalArgumentException with a sentence if it is something else
   */
  public static PortPair parse(String text) {
    String[] numbers = text.strip().split("\\s*,\\s*", -1);
    try {
      if (numbers.length == 2) {
        return new PortPair(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(explain(text), e);
    }
    throw new IllegalArgumentException(explain(text));
  }

  private static String explain(String text) {
    return "'" + text + "' is no pair of ports; write two numbers with a comma, such as 5432,5433.";
  }

  /** The nearest pair from here on that is free now. */
  public PortPair nearestFree() {
    for (int port = primary; port < 65_000; port++) {
      if (PortOwner.isFree(port) && PortOwner.isFree(port + 1)) {
        return new PortPair(port, port + 1);
      }
    }
    throw new IllegalStateException("No two neighbouring ports are free from " + primary + " on.");
  }

  /** For people, "5432 and 5433". */
  public String words() {
    return primary + " and " + standby;
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return primary + "," + standby;
  }
}
