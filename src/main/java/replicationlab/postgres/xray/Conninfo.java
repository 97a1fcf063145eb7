package replicationlab.postgres.xray;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection string of keywords and values (manual, "Connection Strings"). */
record Conninfo(Map<String, String> fields) {

  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z_]+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|\\S*)");

  Conninfo {
    fields = Map.copyOf(fields);
  }

  static Conninfo of(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      String value = field.group(2);
      fields.put(
          field.group(1),
          value.startsWith("'") && value.length() > 1
              ? value.substring(1, value.length() - 1)
              : value);
    }
    return new Conninfo(fields);
  }

  /** Empty if it names none; then PGPORT counts, which the lab sets to the primary's. */
  String port() {
    return fields.getOrDefault("port", "");
  }

  /** The lab sets PGUSER to postgres, for those who name nobody. */
  String user() {
    return fields.getOrDefault("user", "postgres");
  }

  /** Whether its passwords should be shown: no. */
  static String withoutPassword(String text) {
    return text.replaceAll("(password\\s*=\\s*)('[^']*'|\\S+)", "$1…");
  }
}
