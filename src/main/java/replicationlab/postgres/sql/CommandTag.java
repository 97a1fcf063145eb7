package replicationlab.postgres.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What psql prints after a command, such as "INSERT 0 1". The server sends it, but the driver keeps
 * it to itself, so it is made from the statement and the count of rows.
 */
final class CommandTag {

  private static final Set<String> COUNTED =
      Set.of("UPDATE", "DELETE", "MERGE", "COPY", "FETCH", "MOVE");
  private static final Set<String> TWO_WORDS =
      Set.of("CREATE", "ALTER", "DROP", "TRUNCATE", "DISCARD", "PREPARE", "START");
  private static final Set<String> NOT_IN_TAG =
      Set.of(
          "OR",
          "REPLACE",
          "TEMP",
          "TEMPORARY",
          "UNLOGGED",
          "UNIQUE",
          "GLOBAL",
          "LOCAL",
          "RECURSIVE");

  private CommandTag() {}

  /** The tag of a text's last statement. */
  static String of(String sql, long count) {
    String[] statements = sql.strip().replaceAll(";+\\s*$", "").split(";", -1);
    String last = statements[statements.length - 1].strip().toUpperCase(Locale.ROOT);
    List<String> words = new ArrayList<>(Arrays.asList(last.split("[\\s(]+", -1)));
    String verb = words.removeFirst();
    if (verb.equals("INSERT")) {
      return "INSERT 0 " + Math.max(0, count);
    }
    if (COUNTED.contains(verb)) {
      return verb + " " + Math.max(0, count);
    }
    if (!TWO_WORDS.contains(verb)) {
      return verb.equals("END") ? "COMMIT" : verb.equals("ABORT") ? "ROLLBACK" : verb;
    }
    words.removeIf(NOT_IN_TAG::contains);
    return words.isEmpty() ? verb : verb + " " + words.getFirst();
  }
}
