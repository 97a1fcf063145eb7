package replicationlab.process;

/** Texts as words of a shell's line, with as few quotes and backslashes as can be. */
public final class ShellWords {

  /** What a terminal has beside each other at least; a longer line is wrapped there. */
  private static final int COLUMNS = 80;

  private ShellWords() {}

  /** In double quotes, as on the slides, unless the shell would look into them. */
  public static String quoted(String text) {
    return text.chars().anyMatch(each -> "\"$`\\!".indexOf(each) >= 0)
        ? literal(text)
        : "\"" + text + "\"";
  }

  /** In single quotes, in which nothing has a meaning. */
  public static String literal(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * In single quotes; in double ones where it has single quotes itself, and the shell finds nothing
   * else to look into: a dollar before such a sign is one.
   */
  public static String script(String sed) {
    boolean plain =
        !sed.contains("'") || !quoted(sed.replaceFirst("[$]([|/])", "$1")).startsWith("\"");
    return plain ? literal(sed) : "\"" + sed + "\"";
  }

  /** A file's name as it is, where it needs no quotes. */
  public static String fileName(String name) {
    return name.matches("[A-Za-z0-9_./+-]+") ? name : literal(name);
  }

  /**
   * The two parts of a command in one line; in two where a terminal would wrap it in the middle of
   * a word, which is hard to read before Enter.
   */
  public static String line(String begin, String end) {
    int before = begin.length() - begin.lastIndexOf('\n');
    return begin + (before + end.length() < COLUMNS ? " " : " \\\n  ") + end;
  }
}
