package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like harmless SQL, and says something else to the server. */
class StatementRulesTest {

  @TempDir Path folder;

  private StatementRules rules;

  @BeforeEach
  void aWorkspace() throws IOException {
    Path workspace = Files.createDirectories(folder.toRealPath().resolve("lab"));
    WorkspacePaths paths = new WorkspacePaths(workspace, folder);
    ConninfoRules conninfo = new ConninfoRules(paths, Set.of(5432, 5433));
    rules = new StatementRules(paths, new SettingRules(paths, conninfo), conninfo);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT x FROM s.to stdout) TO PROGRAM 'id'",
        "COPY (SELECT x FROM s.to stdout) TO '/made'",
        "COPY (SELECT 1 AS to stdout) TO '/made'",
        "COPY s.to (stdout) TO '/made'",
        "COPY t FROM '/etc/passwd'",
        "COPY t TO PROGRAM 'id > x'",
        "COPY (SELECT ')' \"to\") TO '/made' -- ) TO STDOUT",
      })
  void copyOnlyPrints(String sql) {
    refused(sql, "COPY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY s.t TO STDOUT WITH (FORMAT csv)",
        "COPY \"My table\" TO STDOUT",
        "COPY (SELECT (1 + 2) * 3, 'TO PROGRAM') TO STDOUT",
      })
  void andMayPrintAnything(String sql) {
    allowed(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO pg_proc (oid, proname) VALUES (99999, 'f')",
        "INSERT INTO pg_catalog.pg_proc (oid, proname) VALUES (99999, 'f')",
        "INSERT INTO \"pg_authid\" (rolname) VALUES ('x')",
        "WITH x AS (INSERT INTO pg_proc (oid) VALUES (1) RETURNING oid) SELECT oid FROM x",
      })
  void catalogsAreNotWrittenWithAListOfColumnsEither(String sql) {
    refused(sql, "catalog");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT f.pg_read_file FROM unnest(ARRAY['/etc/passwd']) AS f",
        "SELECT left(f.\"pg_read_file\", 200) FROM unnest(ARRAY['/etc/passwd']) AS f",
        "SELECT pg_catalog.pg_ls_dir FROM unnest(ARRAY['/etc']) AS pg_catalog",
        "SELECT f.lo_import FROM unnest(ARRAY['/etc/hostname']) AS f",
        "SELECT f.ts_stat FROM unnest(ARRAY['select 1']) AS f",
        "SELECT f . pg_stat_file FROM current_database() f",
        "SELECT t.a[1].pg_read_file FROM (SELECT ARRAY['/etc/passwd'] AS a) t",
      })
  void aFieldThatCallsAFunctionIsNone(String sql) {
    refused(sql, "calls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT c.relname, s.state FROM pg_catalog.pg_class c, pg_catalog.pg_stat_replication s",
        "SELECT pg_stat_replication.pid FROM pg_stat_replication",
        "SELECT g.g FROM generate_series(1, 3) AS g",
        "SELECT x.pg_current_wal_lsn FROM (SELECT pg_current_wal_lsn()) x",
        "SELECT t.a[1] FROM t",
        "INSERT INTO t (at) VALUES (pg_current_wal_lsn())",
      })
  void columnsAndCatalogsInTheirSchemaAreRead(String sql) {
    allowed(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=5432'\n' hostaddr=192.0.2.1' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' -- x\n ' hostaddr=192.0.2.1' PUBLICATION p",
        "ALTER SUBSCRIPTION s CONNECTION 'port=5432'\n' hostaddr=192.0.2.1'",
        "SELECT E'a'\n'\\', pg_read_file(''/etc/passwd''), '''",
        "ALTER SYSTEM SET archive_command = E'cp %p x\\073id\\073/%f'",
        "SELECT E'\\'', pg_read_file('/etc/passwd'), ' lesson'",
        "SELECT E'\\u0070\\x41'",
        "SELECT 1 -- x\r, pg_read_file('/etc/passwd')",
        "SELECT $٣$$٣$, pg_read_file('/etc/passwd'), $٣$$٣$",
        "SELECT 1pg_read_file",
        "SELECT 1 WHERE 1=1or true",
      })
  void nothingIsHiddenInStringsCommentsAndNumbers(String sql) {
    refused(sql, "lesson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1.5, .5, 1e5, 1.5E-3, 0x1F, 1_000, 'a', E'b', $$c$$, $d$'$d$, 'é', \"ü\"",
        "SELECT 'a' || 'b', E'it''s\\n\\\\ \\'so\\''",
        "SELECT 1 -- x\n, 2",
      })
  void whatStandsThereIsRead(String sql) {
    allowed(sql);
  }

  private void allowed(String sql) {
    assertThatCode(() -> rules.require(sql)).doesNotThrowAnyException();
  }

  private void refused(String sql, String why) {
    assertThatThrownBy(() -> rules.require(sql))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }
}
