package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.lab.Action;
import replicationlab.lab.Versions;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.run.TestLab;

/** Servers that run and let nobody in: none of them "starts". */
class TakenConnectionsTest {

  @TempDir Path folder;

  static List<String> majors() {
    return FalseStandbysTest.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void ofAServerWithoutAConnectionLeftNobodyKnowsAnything(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      // Up to 11 the WAL senders, 10 in the lab, are among them.
      lab.sql(lab.primary(), "ALTER SYSTEM SET max_connections = 14");
      lab.stop(lab.primary());
      lab.start(lab.primary());
      Awaitility.await()
          .until(
              () -> lab.sql(lab.primary(), "SELECT count(*) FROM pg_stat_replication"),
              "1"::equals);

      List<Session> taken = takeAll(lab.primary());
      CheckResult answers = row(lab.proof(), "primary-answers");
      assertThat(answers.verdict()).as(answers.toString()).isEqualTo(Verdict.UNDETERMINED);
      assertThat(answers.cause()).contains("runs", "all its connections are taken");
      assertThat(answers.remedy()).contains("max_connections");
      assertThat(lab.proof().checks()).noneMatch(row -> row.verdict() == Verdict.FAILED);
      assertThat(lab.bench.control().state(lab.primary())).isEqualTo(ClusterState.KEEPS_OUT);
      assertThat(seen(lab).activity()).isEqualTo("all connections taken");

      assertThat(lab.run.apply(answers.actions()).join()).isEmpty();
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
      assertThat(lab.sql(lab.primary(), "SHOW max_connections")).isEqualTo("100");
      taken.forEach(Session::close);
    }
  }

  @Test
  void copyThatIsNoStandbyYetIsNotStarted() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "standby-port")) {
      lab.sql(lab.primary(), "ALTER SYSTEM SET max_connections = 14");
      lab.stop(lab.primary());
      lab.start(lab.primary());
      List<Session> taken = takeAll(lab.primary());
      List<Action> remedy = row(lab.proof(), "primary-answers").actions();
      assertThat(remedy).noneMatch(action -> action.text().contains("standby.log"));
      assertThat(lab.run.apply(remedy).join()).isEmpty();
      assertThat(lab.sql(lab.primary(), "SHOW max_connections")).isEqualTo("100");
      assertThat(lab.bench.control().state(lab.standby())).isEqualTo(ClusterState.STOPPED);
      taken.forEach(Session::close);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatIsRaisedAlreadyOnlyCountsAfterARestart(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(lab.primary(), "ALTER SYSTEM SET max_connections = 14");
      lab.stop(lab.primary());
      lab.start(lab.primary());
      lab.sql(lab.primary(), "ALTER SYSTEM SET max_connections = 120");
      List<Session> taken = takeAll(lab.primary());
      CheckResult answers = row(lab.proof(), "primary-answers");
      assertThat(answers.remedy())
          .contains("max_connections is 120 in the file already")
          .doesNotContain("240")
          .doesNotContain(" data/postgresql");
      assertThat(lab.run.apply(answers.actions()).join()).isEmpty();
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
      assertThat(lab.sql(lab.primary(), "SHOW max_connections")).isEqualTo("120");
      taken.forEach(Session::close);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void serverThatWaitsForItsSessionsIsStopping(String postgres) {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "first-table")) {
      try (Session open = Session.open(Server.local(lab.primary().port()), Timeouts.SHORT)) {
        Action stop = new Action.Command(0, Versions.ALL, "pg_ctl -D data -W -m smart stop", false);
        assertThat(lab.run.apply(List.of(stop)).join()).isEmpty();
        Awaitility.await()
            .until(() -> lab.bench.control().state(lab.primary()) == ClusterState.STOPPING);
        assertThat(seen(lab).state()).isEqualTo(ClusterState.STOPPING);
        CheckResult answers = row(lab.proof(), "primary-answers");
        assertThat(answers.cause()).contains("shutting down").doesNotContain("starting");
        assertThat(open.isOpen()).isTrue();
      }
    }
  }

  private static List<Session> takeAll(Cluster cluster) {
    List<Session> taken = new ArrayList<>();
    while (true) {
      try {
        taken.add(Session.open(Server.local(cluster.port()), Timeouts.SHORT));
      } catch (CannotConnect e) {
        assertThat(e.reason()).isEqualTo(CannotConnect.Reason.TOO_MANY);
        return taken;
      }
    }
  }

  private static ServerStatus seen(TestLab lab) {
    try (ReplicationMonitor monitor = new ReplicationMonitor(lab.bench.clusters())) {
      List<ServerStatus> seen = new CopyOnWriteArrayList<>();
      var _ = monitor.subscribe(snapshot -> seen.add(snapshot.primary()));
      monitor.start();
      Awaitility.await().until(() -> !seen.isEmpty());
      return seen.getFirst();
    }
  }

  private static CheckResult row(ProofReport report, String name) {
    return report.checks().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
