package replicationlab.postgres.psql;

import java.util.List;
import java.util.stream.Collectors;
import replicationlab.postgres.sql.Session;

/** The lists of {@code \d}, {@code \dt}, {@code \\du} and {@code \l}, from 9.6 to 18. */
final class Catalog {

  private static final String RELATIONS =
      """
      SELECT n.nspname AS "Schema", c.relname AS "Name",
        CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
          WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table'
          WHEN 'p' THEN 'partitioned table' WHEN 'I' THEN 'partitioned index' END AS "Type",
        pg_catalog.pg_get_userbyid(c.relowner) AS "Owner"
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE
      """;
  private static final String NOT_THE_SYSTEMS =
      "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND ";
  private static final String ROLES =
      """
      SELECT rolname AS "Role name", concat_ws(E', ',
          CASE WHEN rolsuper THEN 'Superuser' END,
          CASE WHEN NOT rolinherit THEN 'No inheritance' END,
          CASE WHEN rolcreaterole THEN 'Create role' END,
          CASE WHEN rolcreatedb THEN 'Create DB' END,
          CASE WHEN NOT rolcanlogin THEN 'Cannot login' END,
          CASE WHEN rolreplication THEN 'Replication' END,
          CASE WHEN rolbypassrls THEN 'Bypass RLS' END) AS "Attributes",
        ARRAY(SELECT b.rolname FROM pg_catalog.pg_auth_members m
          JOIN pg_catalog.pg_roles b ON m.roleid = b.oid WHERE m.member = r.oid) AS "Member of"
      FROM pg_catalog.pg_roles r WHERE rolname !~ '^pg_' ORDER BY 1\
      """;
  private static final String DATABASES =
      """
      SELECT datname AS "Name", pg_catalog.pg_get_userbyid(datdba) AS "Owner",
        pg_catalog.pg_encoding_to_char(encoding) AS "Encoding", datcollate AS "Collate",
        datctype AS "Ctype", pg_catalog.array_to_string(datacl, E'\\n') AS "Access privileges"
      FROM pg_catalog.pg_database ORDER BY 1\
      """;

  private Catalog() {}

  /**
   * @param kinds letters of pg_class.relkind
   */
  static Table relations(Session session, String pattern, String kinds) {
    String letters =
        kinds.chars().mapToObj(c -> "'" + (char) c + "'").collect(Collectors.joining(", "));
    String condition =
        (pattern.isEmpty() ? NOT_THE_SYSTEMS : "")
            + "c.relkind IN ("
            + letters
            + ") AND "
            + NamePattern.of(pattern).condition()
            + " ORDER BY 1, 2";
    return Table.titled("List of relations", session.query(RELATIONS + condition));
  }

  /** Like psql's, without a count of rows below. */
  static Table roles(Session session) {
    return Table.described("List of roles", session.query(ROLES), List.of());
  }

  static Table databases(Session session) {
    return Table.titled("List of databases", session.query(DATABASES));
  }
}
