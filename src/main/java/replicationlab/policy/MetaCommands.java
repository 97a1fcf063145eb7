package replicationlab.policy;

import java.util.regex.Pattern;

/** psql's backslash commands that only show something. */
final class MetaCommands {

  /** One command: neither a second backslash nor a backquote, a pipe or a variable after it. */
  private static final Pattern SHOWS =
      Pattern.compile(
          "\\s*\\\\(d[A-Za-z]*|l|x|z|conninfo|timing|encoding|echo|q)[+S]*(\\s+[\\w.*?$, -]*)?");

  private MetaCommands() {}

  /**
   * @throws RefusedException for another
   */
  static void require(String text) {
    if (!SHOWS.matcher(text).matches()) {
      throw new RefusedException(
          "A lesson may not give psql '%s'; of the backslash commands it may use those that show something, such as \\d, \\dt, \\l, \\du, \\x and \\conninfo, one for each -c."
              .formatted(text));
    }
  }
}
