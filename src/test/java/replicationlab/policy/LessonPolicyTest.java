package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Role;
import replicationlab.lab.Versions;

/** What lessons need is allowed, and every refusal is one sentence that says what is. */
class LessonPolicyTest {

  @TempDir Path folder;

  private Path workspace;
  private LessonPolicy policy;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = Files.createDirectories(folder.toRealPath().resolve("lab"));
    Path share = Files.createDirectories(folder.toRealPath().resolve("share"));
    policy = new LessonPolicy(new WorkspacePaths(workspace, share), Set.of(5432, 5433));
  }

  static List<Lab> shippedLabs() {
    return Courses.labs(ProgramFiles.find());
  }

  @ParameterizedTest
  @MethodSource("shippedLabs")
  void everythingInTheShippedLabsIsAllowed(Lab lab) {
    assertThat(lab.steps()).isNotEmpty();
    lab.steps().stream()
        .flatMap(step -> step.actions().stream())
        .forEach(action -> policy.require(action, ownPaths(action.text())));
  }

  private String ownPaths(String text) {
    return text.replace("{share}", folder.toAbsolutePath() + "/share")
        .replace("{sockets}", workspace + "/sockets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg_basebackup -D data2 -R -X stream -P -h 127.0.0.1 -p 5432 -c fast",
        "pg_basebackup --pgdata=data2 --waldir=wal2 -d 'host=localhost port=5432 user=postgres'",
        "initdb --pgdata=data -U postgres --auth=trust --locale=C -N -k --no-instructions",
        "initdb data",
        "pg_ctl -D data -w -t 30 -l data/server.log -o '-p 5433 -c wal_level=logical' start",
        "pg_ctl -Ddata -mfast stop",
        "pg_ctl -D data2 promote",
        "pg_rewind --target-pgdata=data2 --source-server='host=127.0.0.1 port=5432' -P",
        "pg_controldata data",
        "psql -Atc 'SELECT pg_is_in_recovery()' -p 5433 postgres",
        "psql -x -c \"\\dt+ public.*\" postgres postgres",
        "psql -c \"\\conninfo\" \"host=127.0.0.1 port=5433 dbname=postgres\"",
        "PGDATA=data2 PGPORT=5433 PGAPPNAME=me psql -l",
        "mkdir -p archive",
        "tail -20 logs/primary.log",
        "tail -n 5 logs/primary.log",
        "cp data/pg_hba.conf data2/pg_hba.conf",
        "rm -rf data2",
      })
  void commandsOfReplicationLessonsAreAllowed(String line) {
    assertThatCode(() -> policy.require(command(line), line)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pid, state, sent_lsn, pg_wal_lsn_diff(sent_lsn, replay_lsn) FROM pg_stat_replication",
        "CREATE TABLE IF NOT EXISTS t(id int PRIMARY KEY, d numeric(10,2) DEFAULT 0, at timestamptz DEFAULT now())",
        "INSERT INTO public.t(id, d) SELECT g, random() FROM generate_series(1, 1000) g",
        "WITH x(n) AS (SELECT 1) SELECT count(*) FROM x WHERE EXISTS (SELECT 1) AND n IN (1, 2)",
        "CREATE UNIQUE INDEX ON t (lower(name)) WHERE (id > 3)",
        "UPDATE t SET d = d + 1 WHERE id = 1; DELETE FROM t; TRUNCATE t",
        "SELECT * FROM t FOR NO KEY UPDATE",
        "CREATE ROLE rep REPLICATION LOGIN PASSWORD 'secret'",
        "ALTER SYSTEM SET wal_keep_size = '800MB'; SELECT pg_reload_conf()",
        "ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=5432 user=rep password=secret'",
        "ALTER ROLE rep SET statement_timeout = 1000",
        "SET synchronous_commit TO off",
        "SELECT pg_create_physical_replication_slot('s1'), pg_switch_wal()",
        "CREATE PUBLICATION p FOR TABLE t",
        "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=5432' PUBLICATION p",
        "CREATE EXTENSION IF NOT EXISTS pg_stat_statements",
        "COPY (SELECT 1) TO STDOUT",
        "EXPLAIN (ANALYZE, BUFFERS) SELECT 'COPY t TO PROGRAM x' -- only words",
        "GRANT SELECT (x) ON t TO rep",
        "BEGIN; LOCK TABLE t; COMMIT",
        "VACUUM (VERBOSE) t",
      })
  void statementsOfReplicationLessonsAreAllowed(String sql) {
    Action.Statement action =
        new Action.Statement(1, Versions.ALL, sql, Role.PRIMARY, "primary", "data2/backup_label");
    assertThatCode(() -> policy.require(action, sql)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive_mode = on",
        "archive_command = 'cp %p ../archive/%f'",
        "archive_command = 'test ! -f ../archive/%f && cp %p ../archive/%f'",
        "restore_command = 'cp ../archive/%f \"%p\"'",
        "archive_cleanup_command = 'pg_archivecleanup ../archive %r'",
        "primary_conninfo = 'host=127.0.0.1 port=1 application_name=standby'",
        "recovery_target_timeline = 'latest'",
        "trigger_file = '../promote-me'",
        "include_dir = 'conf.d'",
        "include 'extra.conf'",
        "log_line_prefix = '%m [%p] %q%u@%d '",
        "synchronous_standby_names = 'FIRST 1 (standby)'",
        "unix_socket_directories = ''",
        "wal_log_hints = on   # for pg_rewind",
      })
  void settingsOfReplicationLessonsAreAllowed(String line) {
    Action.Settings action = new Action.Settings(1, Versions.ALL, line, "data/postgresql.conf");
    assertThatCode(() -> policy.require(action, line)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local replication all trust",
        "host all,rep +admins ::1/128 scram-sha-256",
        "host replication all 127.0.0.0 255.0.0.0 md5",
        "# a comment",
      })
  void hbaLinesForThisMachineAreAllowed(String line) {
    Action.HbaLines action = new Action.HbaLines(1, Versions.ALL, line, "data/pg_hba.conf");
    assertThatCode(() -> policy.require(action, line)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vi data/x", "cp -L a b", "pg_ctl kill TERM 1", "psql -f x.sql", "A=1 cat x"})
  void aRefusalIsOneSentenceThatSaysWhatIsAllowed(String line) {
    assertThatThrownBy(() -> policy.require(command(line), line))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith(".")
        .hasMessageContaining(" may ")
        .hasMessageNotContaining("\n");
  }

  private static Action command(String line) {
    return new Action.Command(1, Versions.ALL, line, false);
  }
}
