package replicationlab.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.TestServer;

/** What a session with the newest bundled server does. */
class SessionTest {

  private static TestServer server;
  private Session session;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.start(0, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    session = Session.open(Server.local(server.port()), Timeouts.SHORT);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void answersInTheServersOwnText() {
    QueryResult result = session.query("SELECT 1.50 AS n, true AS b, NULL AS nothing, '' AS empty");

    assertThat(result.columns()).containsExactly("n", "b", "nothing", "empty");
    assertThat(result.types()).startsWith("numeric", "bool");
    assertThat(result.rows()).containsExactly(Arrays.asList("1.50", "t", null, ""));
    assertThat(result.first()).isEqualTo("1.50");
    assertThat(result.commandTag()).isEmpty();
  }

  @Test
  void keepsTheServersCommandTags() {
    assertThat(session.query("CREATE TEMP TABLE t(x int)").commandTag()).isEqualTo("CREATE TABLE");
    assertThat(session.query("INSERT INTO t VALUES (1), (2)").commandTag()).isEqualTo("INSERT 0 2");
    assertThat(session.query("WITH w AS (SELECT 1) DELETE FROM t").commandTag())
        .isEqualTo("DELETE 2");
    QueryResult returning = session.query("INSERT INTO t VALUES (3) RETURNING x");
    assertThat(returning.first()).isEqualTo("3");
    assertThat(returning.commandTag()).isEqualTo("INSERT 0 1");
    assertThat(session.query("CREATE OR REPLACE TEMP VIEW v AS SELECT ';' AS x").commandTag())
        .isEqualTo("CREATE VIEW");
  }

  @Test
  void takesSeveralStatementsAtOnceAndTellsWhatEachAnswered() {
    List<String> firsts = new ArrayList<>();

    assertThatThrownBy(() ->
            session.each(
                "SELECT 1; SELECT 2; SELECT 1/0; SELECT 3",
                result -> firsts.add(String.valueOf(result.first()))))
        .isInstanceOf(SqlFailure.class);

    assertThat(firsts).containsExactly("1", "2");
    assertThat(session.query("SELECT 4; SELECT 5").first()).isEqualTo("5");
  }

  @Test
  void tellsAllThatTheServerSaysOfAnErrorAndGoesOn() {
    SqlFailure failure =
        catchThrowableOfType(SqlFailure.class, () -> session.query("SELECT no_such()"));

    assertThat(failure.sqlState()).isEqualTo("42883");
    assertThat(failure.position()).isEqualTo(8);
    assertThat(failure.words())
        .startsWith("ERROR:  function no_such() does not exist\n")
        .contains("HINT:  ");
    assertThat(session.isOpen()).isTrue();
    assertThat(session.query("SELECT 1").first()).isEqualTo("1");
  }

  @Test
  void refusesWritesAsAStandbyDoes() {
    session.query("BEGIN READ ONLY");
    SqlFailure failure =
        catchThrowableOfType(SqlFailure.class, () -> session.query("CREATE TABLE refused(x int)"));
    session.query("ROLLBACK");

    assertThat(failure.sqlState()).isEqualTo("25006");
  }

  @Test
  void hasTimeOutsOnEveryStatement() {
    assertThat(session.query("SHOW lock_timeout").first()).isEqualTo("2s");
    assertThat(session.query("SHOW statement_timeout").first()).isEqualTo("5s");
    Timeouts hasty =
        new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMillis(100));
    try (Session impatient = Session.open(Server.local(server.port()), hasty)) {
      SqlFailure failure =
          catchThrowableOfType(
              SqlFailure.class, () -> impatient.query("SELECT pg_catalog.pg_sleep(30)"));
      assertThat(failure.sqlState()).isEqualTo("57014");
    }
  }

  @Test
  void handsOnNoticesWithDetailAndHint() {
    QueryResult result =
        session.query("DO $$ BEGIN RAISE WARNING 'w' USING detail = 'd', hint = 'h'; END $$");

    assertThat(result.notices()).containsExactly("WARNING:  w\nDETAIL:  d\nHINT:  h");
    assertThat(result.commandTag()).isEqualTo("DO");
  }

  @Test
  void noticesThatTheSessionIsLost() {
    String pid = session.query("SELECT pg_backend_pid()").first();
    try (Session other = Session.open(Server.local(server.port()), Timeouts.SHORT)) {
      other.query("SELECT pg_terminate_backend(" + pid + ")");
    }

    assertThatThrownBy(() -> session.query("SELECT 1"))
        .isInstanceOfAny(CannotConnect.class, SqlFailure.class);
    assertThat(session.isOpen()).isFalse();
  }

  @Test
  void saysWhyThereIsNoConnection() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }

    assertThat(reason(Server.local(nobody))).isEqualTo(CannotConnect.Reason.REFUSED);
    assertThat(reason(new Server("127.0.0.1", server.port(), "stranger", "postgres")))
        .isEqualTo(CannotConnect.Reason.REJECTED);
    assertThat(reason(new Server("127.0.0.1", server.port(), "postgres", "nowhere")))
        .isEqualTo(CannotConnect.Reason.REJECTED);
  }

  @Test
  void givesUpAServerThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      Timeouts hasty =
          new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
      CannotConnect failure =
          catchThrowableOfType(
              CannotConnect.class, () -> Session.open(Server.local(silent.getLocalPort()), hasty));
      assertThat(failure.reason()).isEqualTo(CannotConnect.Reason.TIMED_OUT);
    }
  }

  private static CannotConnect.Reason reason(Server server) {
    return catchThrowableOfType(CannotConnect.class, () -> Session.open(server, Timeouts.SHORT))
        .reason();
  }
}
