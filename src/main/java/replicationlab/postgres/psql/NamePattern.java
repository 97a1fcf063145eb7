package replicationlab.postgres.psql;

import java.util.Locale;

/**
 * A pattern as in {@code \d pub*.name}: * and ? stand for characters, capitals count only within
 * double quotes. From PostgreSQL's manual, "psql", section "Patterns".
 */
record NamePattern(String schema, String name) {

  static NamePattern of(String typed) {
    StringBuilder current = new StringBuilder();
    String schema = "";
    boolean quoted = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        schema = current.toString();
        current.setLength(0);
      } else {
        current.append(part(c, quoted));
      }
    }
    return new NamePattern(schema, current.toString());
  }

  private static String part(char c, boolean quoted) {
    if (!quoted && c == '*') {
      return ".*";
    }
    if (!quoted && c == '?') {
      return ".";
    }
    String text = quoted ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT);
    return "\\^$.[]|()*+?{}".indexOf(c) >= 0 ? "\\" + text : text;
  }

  /** The condition on pg_class c and pg_namespace n. */
  String condition() {
    String byName = name.isEmpty() ? "true" : matches("c.relname", name);
    return schema.isEmpty()
        ? byName + " AND pg_catalog.pg_table_is_visible(c.oid)"
        : byName + " AND " + matches("n.nspname", schema);
  }

  private static String matches(String column, String expression) {
    return column + " ~ '^(" + expression.replace("'", "''") + ")$'";
  }
}
