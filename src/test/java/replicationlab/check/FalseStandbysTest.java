package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.process.HeldProcesses;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/**
 * Situations that look right to a weaker check. None of them passes; the healthy pair does, idle or
 * not.
 */
@Tag("slow")
class FalseStandbysTest {

  /** Where names, files or behaviour changed. */
  private static final List<String> ASKED = List.of("18", "15", "12", "9.6");

  @TempDir Path folder;

  static List<String> majors() {
    return TestLab.installations().found().stream()
        .filter(found -> found.origin() == Installation.Origin.BUNDLED)
        .map(found -> found.version().majorName())
        .filter(ASKED::contains)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aHealthyPairPassesHoweverIdleItIs(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
      // Nothing is written in between: lag in seconds would grow, and means nothing.
      assertThat(lab.proof().checks()).allMatch(row -> row.verdict() == Verdict.PASSED);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void largeTableIsComparedInPart(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(lab.primary(), "INSERT INTO streamtest SELECT generate_series(1, 3000000)");
      awaitReplay(lab);
      CheckResult row = row(lab.proof(), "streamtest");
      assertThat(row.verdict()).as(row.toString()).isEqualTo(Verdict.PASSED);
      assertThat(row.answer()).contains("too much to read all of it", "some from all over it");
      // What is compared is not nothing: the last row counts.
      promote(lab);
      lab.sql(lab.standby(), "DELETE FROM streamtest WHERE x = 3000000");
      assertThat(row(lab.proof(), "streamtest").cause())
          .isEqualTo(
              "This may well follow from what \"Is the standby a standby: in recovery?\" found.");
    }
  }

  private static void awaitReplay(TestLab lab) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            lab.sql(lab.standby(), "SELECT count(*) FROM streamtest")
                .equals(lab.sql(lab.primary(), "SELECT count(*) FROM streamtest")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aCopyThatWasStartedAsAnOrdinaryServerIsASecondPrimary(String postgres) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "recovery")) {
      // With its label, 15 and later would refuse to start; without it nothing looks wrong.
      Files.deleteIfExists(lab.standby().data().resolve("backup_label"));
      lab.start(lab.standby());
      lab.sql(lab.primary(), "CREATE TABLE streamtest(x int)");
      assertFails(lab, "standby-recovers", "second primary");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aServerThatIsOnlyToldToBeReadOnlyIsNoStandby(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      promote(lab);
      lab.sql(
          lab.standby(),
          "ALTER SYSTEM SET default_transaction_read_only = on",
          "SELECT pg_reload_conf()");
      awaitReadOnly(lab);
      CheckResult refuses = row(lab.proof(), "standby-refuses");
      assertThat(refuses.answer()).contains("25006");
      assertFails(lab, "standby-recovers", "promoted");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aPrimaryThatIsReadOnlyIsNamedAsSuch(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(
          lab.primary(),
          "ALTER SYSTEM SET default_transaction_read_only = on",
          "SELECT pg_reload_conf()");
      Awaitility.await()
          .until(() -> lab.sql(lab.primary(), "SHOW default_transaction_read_only").equals("on"));
      assertFails(lab, "row-arrives", "read-only");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aCopyThatOnceWroteWalOfItsOwnDoesNotFollowAnyMore(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      Path sign =
          lab.standby().data().resolve(lab.run.major() < 12 ? "recovery.conf" : "standby.signal");
      Path hidden = folder.resolve("hidden");
      lab.stop(lab.standby());
      Files.move(sign, hidden);
      lab.start(lab.standby());
      lab.sql(
          lab.standby(),
          "CREATE TABLE astray AS SELECT generate_series(1, 1000) AS x",
          "CHECKPOINT");
      lab.stop(lab.standby());
      Files.move(hidden, sign);
      lab.start(lab.standby());
      lab.sql(lab.primary(), "INSERT INTO streamtest VALUES (2)");
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.FAILED);
      assertFails(lab, "row-arrives", "history has parted");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void pausedReplayIsSeenAlthoughBothSidesSayStreaming(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(
          lab.standby(),
          lab.run.major() < 10 ? "SELECT pg_xlog_replay_pause()" : "SELECT pg_wal_replay_pause()");
      lab.sql(lab.primary(), "INSERT INTO streamtest VALUES (2)");
      ProofReport report = lab.proof();
      assertThat(row(report, "receiver-streams").verdict()).isEqualTo(Verdict.PASSED);
      assertThat(row(report, "replay-runs").cause()).contains("paused");
      assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void commitThatWaitsForMoreStandbysThanThereAreIsNamedAndNotMade(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      String names = lab.sql(lab.primary(), "SELECT application_name FROM pg_stat_replication");
      synchronous(lab, (lab.run.major() < 10 ? "2 (" : "FIRST 2 (") + names + ", ghost)", "on");
      assertFails(lab, "row-arrives", "only 1 of them is connected");
      assertThat(waiting(lab)).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void checkerWaitsForNoReplayThatIsPaused(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      synchronous(lab, "*", "remote_apply");
      lab.sql(
          lab.standby(),
          lab.run.major() < 10 ? "SELECT pg_xlog_replay_pause()" : "SELECT pg_wal_replay_pause()");
      ProofReport report = lab.proof();
      assertThat(row(report, "replay-runs").cause()).contains("paused");
      assertThat(row(report, "row-arrives").answer()).contains("written at");
      assertThat(waiting(lab)).isEqualTo("0");
    }
  }

  private static void synchronous(TestLab lab, String names, String commit) {
    lab.sql(
        lab.primary(),
        "ALTER SYSTEM SET synchronous_commit = " + commit,
        "ALTER SYSTEM SET synchronous_standby_names = '" + names + "'",
        "SELECT pg_reload_conf()");
    Awaitility.await()
        .until(() ->
            lab.sql(
                    lab.primary(),
                    "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")
                .equals("1"));
  }

  /** Sessions of the checker that have not come back from a commit. */
  private static String waiting(TestLab lab) {
    return lab.sql(
        lab.primary(),
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
            + " AND query LIKE '%replication_lab%'");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void withThePrimaryStoppedNothingIsProvenHoweverSmallTheLag(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.stop(lab.primary());
      ProofReport report = lab.proof();
      assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(row(report, "primary-answers").cause()).contains("stopped");
      assertThat(row(report, "row-arrives").verdict()).isEqualTo(Verdict.UNDETERMINED);
    }
  }

  @EnabledOnOs(OS.LINUX) // elsewhere the system does not tell which process stands still
  @ParameterizedTest
  @MethodSource("majors")
  void ofAServerThatStandsStillNobodyKnowsAnything(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      long pid = new DataDirectory(lab.standby().data()).server().orElseThrow().pid();
      try (HeldProcesses _ = HeldProcesses.hold(List.of(pid), Duration.ofSeconds(5))) {
        long start = System.nanoTime();
        CheckResult answers = row(lab.proof(), "standby-answers");
        assertThat(answers.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(answers.cause()).contains("stands still");
        assertThat(answers.remedy()).contains("kill -CONT " + pid);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(lab.bench.control().state(lab.standby())).isEqualTo(ClusterState.SILENT);
      }
      assertThat(lab.bench.control().state(lab.standby())).isEqualTo(ClusterState.RUNNING);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aStandbyWhoseWalIsGoneOnThePrimaryIsNamed(String postgres) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.stop(lab.standby());
      lab.sql(
          lab.primary(),
          "ALTER SYSTEM SET "
              + (lab.run.major() < 13 ? "wal_keep_segments" : "wal_keep_size")
              + " = 0",
          "SELECT pg_reload_conf()");
      for (int i = 0; i < 4; i++) {
        lab.sql(
            lab.primary(),
            "INSERT INTO streamtest VALUES (2)",
            lab.run.major() < 10 ? "SELECT pg_switch_xlog()" : "SELECT pg_switch_wal()",
            "CHECKPOINT");
      }
      lab.start(lab.standby());
      Awaitility.await()
          .until(() -> Files.readString(lab.standby().log()).contains("already been removed"));
      assertFails(lab, "receiver-streams", "recycled");
    }
  }

  @ParameterizedTest
  @MethodSource("majorsThatTellTheSender")
  void listThatNamesThePrimarysPortOnAnotherMachineIsAWrongHost(String postgres)
      throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      Stage.append(
          lab.standby().data().resolve("postgresql.conf"),
          "\nprimary_conninfo = 'host=name.invalid,127.0.0.1 port=%d,1'\n"
              .formatted(lab.primary().port()));
      lab.stop(lab.standby());
      lab.start(lab.standby());
      assertFails(lab, "receiver-streams", "leads to name.invalid");
    }
  }

  static List<String> majorsThatTellTheSender() {
    return majors().stream().filter(major -> !major.equals("9.6")).toList();
  }

  @ParameterizedTest
  @MethodSource("majorsThatTellTheSender")
  void aStandbyOfAStandbyIsSeenAlthoughThePrimaryIsNamedFirst(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      Path data = lab.standby().data().resolveSibling("data3");
      int port =
          new PortPair(lab.primary().port() + 2, lab.primary().port() + 3).nearestFree().primary();
      Cluster third = new Cluster("third", data, port, data.resolveSibling("log3"));
      lab.stop(lab.standby());
      Stage.run("cp", "-a", lab.standby().data().toString(), data.toString());
      Stage.append(data.resolve("postgresql.conf"), "\nport = " + port + "\n");
      // Nobody listens at the first address, whose port is the primary's.
      Stage.append(
          lab.standby().data().resolve("postgresql.conf"),
          "\nprimary_conninfo = 'host=127.0.0.9,127.0.0.1 port=%d,%d'\n"
              .formatted(lab.primary().port(), port));
      lab.start(third);
      try {
        lab.start(lab.standby());
        Awaitility.await()
            .until(() -> lab.sql(third, "SELECT count(*) FROM pg_stat_replication").equals("1"));
        assertFails(lab, "receiver-streams", "port " + port);
      } finally {
        lab.stop(third);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void twoClustersWithTheSameTableAreNoPair(String postgres) {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "start-backup");
        TestLab other = TestLab.doneUpTo(folder.resolve("other"), postgres, "start-backup")) {
      lab.sql(lab.primary(), "CREATE TABLE streamtest(x int)");
      lab.sql(other.primary(), "CREATE TABLE streamtest(x int)");
      ProofReport report = new ReplicationProof(Strangers.asPair(lab, other)).run(row -> {});
      assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(row(report, "same-system").cause()).contains("initialised separately");
      assertThat(row(report, "row-arrives").verdict()).isNotEqualTo(Verdict.PASSED);
    }
  }

  private static void promote(TestLab lab) {
    lab.promoteStandby();
    Awaitility.await()
        .until(() -> lab.sql(lab.standby(), "SELECT pg_is_in_recovery()").equals("f"));
  }

  private static void awaitReadOnly(TestLab lab) {
    Awaitility.await()
        .until(() -> lab.sql(lab.standby(), "SHOW default_transaction_read_only").equals("on"));
  }

  private static void assertFails(TestLab lab, String name, String causeHas) {
    ProofReport report = lab.proof();
    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(row(report, name).verdict()).as(report.toString()).isEqualTo(Verdict.FAILED);
    assertThat(row(report, name).cause()).contains(causeHas);
    assertThat(row(report, name).remedy()).isNotBlank();
  }

  private static CheckResult row(ProofReport report, String name) {
    return report.checks().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
