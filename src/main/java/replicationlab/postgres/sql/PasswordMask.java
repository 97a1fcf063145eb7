package replicationlab.postgres.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords out of what is shown or kept: of connection strings and URIs (manual, "Connection
 * Strings"), of {@code PGPASSWORD}, and of statements such as CREATE ROLE.
 */
public final class PasswordMask {

  private static final String MASK = "********";

  /** A quoted value inside a quoted conninfo has its quotes doubled. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?<![a-z])(?:ssl|pg)?password\\s*=\\s*)"
              + "(?:''(?:[^'\\\\]++|\\\\.)*+''|'(?:[^'\\\\]++|\\\\.)*+'|[^\\s'\"&]+)");

  private static final Pattern IN_SQL =
      Pattern.compile("(?i)(\\bpassword\\s+)(?:E?'(?:[^']++|'')*'|\\$([a-z_]*)\\$.*?\\$\\2\\$)");

  private static final Pattern IN_URI =
      Pattern.compile("(?i)(postgres(?:ql)?://[^:/@\\s]+:)[^@\\s]+(?=@)");

  private PasswordMask() {}

  /** The text with stars in the place of each password; the same text if it holds none. */
  public static String of(String text) {
    // Asked of every line of output: most are done with here.
    if (text.indexOf("ass") < 0 && text.indexOf("ASS") < 0 && text.indexOf("://") < 0) {
      return text;
    }
    String masked = ASSIGNED.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    masked = IN_SQL.matcher(masked).replaceAll("$1'" + MASK + "'");
    return IN_URI.matcher(masked).replaceAll("$1" + MASK);
  }
}
