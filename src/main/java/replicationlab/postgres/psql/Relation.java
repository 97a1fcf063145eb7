package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.List;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.postgres.sql.Session;

/** One relation as {@code \d name} describes it. */
record Relation(String oid, String schema, String name, String kind) {

  static List<Relation> named(Session session, String pattern) {
    String sql =
        "SELECT c.oid, n.nspname, c.relname, c.relkind FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE "
            + NamePattern.of(pattern).condition()
            + " ORDER BY 2, 3";
    return session.query(sql).rows().stream()
        .map(row ->
            new Relation(
                Table.text(row.get(0)),
                Table.text(row.get(1)),
                Table.text(row.get(2)),
                Table.text(row.get(3))))
        .toList();
  }

  Table describe(Session session) {
    return Table.described(title(), session.query(columns()), footers(session));
  }

  private String title() {
    String type =
        switch (kind) {
          case "r" -> "Table";
          case "v" -> "View";
          case "m" -> "Materialized view";
          case "i" -> "Index";
          case "S" -> "Sequence";
          case "f" -> "Foreign table";
          case "c" -> "Composite type";
          case "p" -> "Partitioned table";
          case "I" -> "Partitioned index";
          default -> "Relation";
        };
    return type + " \"" + schema + "." + name + "\"";
  }

  private String columns() {
    String attributes =
        " FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_attrdef d"
            + " ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = "
            + oid
            + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
    String nameAndType =
        "SELECT a.attname AS \"Column\","
            + " pg_catalog.format_type(a.atttypid, a.atttypmod) AS \"Type\", ";
    if (kind.equals("i") || kind.equals("I")) {
      return nameAndType
          + "'yes'::text AS \"Key?\","
          + " pg_catalog.pg_get_indexdef(a.attrelid, a.attnum, true) AS \"Definition\""
          + attributes;
    }
    if (kind.equals("S")) {
      return sequence();
    }
    return nameAndType
        + "(SELECT o.collname FROM pg_catalog.pg_collation o, pg_catalog.pg_type t"
        + " WHERE o.oid = a.attcollation AND t.oid = a.atttypid"
        + " AND a.attcollation <> t.typcollation) AS \"Collation\","
        + " CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS \"Nullable\","
        + " pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) AS \"Default\""
        + attributes;
  }

  /** Works since 8.4; pg_sequence came with 10 only. */
  private String sequence() {
    return "SELECT data_type AS \"Type\", start_value::int8 AS \"Start\","
        + " minimum_value::int8 AS \"Minimum\", maximum_value::int8 AS \"Maximum\","
        + " increment::int8 AS \"Increment\", lower(cycle_option) AS \"Cycles?\""
        + " FROM information_schema.sequences WHERE sequence_schema = "
        + literal(schema)
        + " AND sequence_name = "
        + literal(name);
  }

  private List<String> footers(Session session) {
    List<String> footers = new ArrayList<>();
    if ("rmp".contains(kind)) {
      section(footers, "Indexes:", session, indexes());
      section(footers, "Check constraints:", session, constraints("'c'", "conrelid", ""));
      section(footers, "Foreign-key constraints:", session, constraints("'f'", "conrelid", ""));
      section(
          footers,
          "Referenced by:",
          session,
          constraints(
              "'f'", "confrelid", "'TABLE \"' || c.conrelid::regclass || '\" CONSTRAINT ' || "));
    }
    return footers;
  }

  private static void section(List<String> footers, String heading, Session session, String sql) {
    QueryResult result = session.query(sql);
    if (!result.rows().isEmpty()) {
      footers.add(heading);
      result.rows().forEach(row -> footers.add("    " + Table.text(row.getFirst())));
    }
  }

  /** "name" PRIMARY KEY, btree (id): the end of the definition, after what psql says itself. */
  private String indexes() {
    return """
    SELECT '"' || c.relname || '"'
        || CASE WHEN i.indisprimary THEN ' PRIMARY KEY,'
            WHEN i.indisunique AND k.oid IS NOT NULL THEN ' UNIQUE CONSTRAINT,'
            WHEN i.indisunique THEN ' UNIQUE,' ELSE '' END
        || ' ' || substring(pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) FROM ' USING (.*)')
        || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('u', 'x')
    WHERE i.indrelid = %s ORDER BY i.indisprimary DESC, c.relname\
    """
        .formatted(oid);
  }

  private String constraints(String types, String column, String before) {
    return "SELECT "
        + before
        + "'\"' || c.conname || '\" ' || pg_catalog.pg_get_constraintdef(c.oid, true)"
        + " FROM pg_catalog.pg_constraint c WHERE c."
        + column
        + " = "
        + oid
        + " AND c.contype IN ("
        + types
        + ") ORDER BY c.conname";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
