package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/** A new label in an old standby's directory: it streams, and lacks what was written in between. */
@Tag("slow")
class StaleCopiesTest {

  @TempDir Path folder;

  static List<String> majors() {
    return FalseStandbysTest.majors();
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "15"})
  void copyInsideTheOldOneIsNamedAndHealed(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      copyAgainInside(lab);
      lab.start(lab.standby());
      CheckResult row = failed(lab.proof(), "backup-label");
      assertThat(row.mistake()).isEqualTo("copy-nested");
      assertThat(row.cause()).contains("data2/data", "old files");
      assertHeals(lab, row);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "15"})
  void tableThatIsMissingIsNamedWhateverTheLogTells(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
      lab.sql(lab.primary(), "CHECKPOINT");
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
      lab.sql(lab.standby(), "CHECKPOINT"); // so that what it has is in its files
      makeAgainInside(lab);
      CheckResult row = failed(lab.proof(), "streamtest");
      assertThat(row.mistake()).isEqualTo("copy-stale");
      assertThat(row.cause()).contains("public.big2");
      assertHeals(lab, row);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "15"})
  void rowThatIsNotThereThoughItsWalWasReplayedHasACause(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(lab.primary(), "DROP SCHEMA replication_lab CASCADE");
      makeAgainInside(lab);
      CheckResult row = failed(lab.proof(), "row-arrives");
      assertThat(row.mistake()).isEqualTo("copy-stale");
      assertThat(row.cause()).contains("does not have it", "replication_lab.proof");
      assertHeals(lab, row);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void tablesThatComeAndGoAreNoFault(String postgres) throws InterruptedException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      AtomicBoolean over = new AtomicBoolean();
      Thread others = Thread.ofVirtual().start(() -> makeAndDrop(lab, over));
      try {
        for (int look = 0; look < 8; look++) {
          ProofReport report = lab.proof();
          assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.PASSED);
        }
        assertThat(others.isAlive()).isTrue();
      } finally {
        over.set(true);
        others.join();
      }
    }
  }

  private static void makeAndDrop(TestLab lab, AtomicBoolean over) {
    try (Session session = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
      session.query("CREATE TABLE stays(x int)");
      session.query("SET synchronous_commit = off");
      for (int i = 0; !over.get(); i++) {
        session.query("CREATE TABLE goes" + i + "(x int PRIMARY KEY)");
        session.query("CREATE TEMPORARY TABLE own" + i + "(x int)");
        session.query("CREATE UNLOGGED TABLE unlogged" + i + "(x int)");
        session.query("TRUNCATE stays");
        session.query("DROP TABLE goes" + i + ", own" + i + ", unlogged" + i);
      }
    }
  }

  /** So that neither the log nor the copy inside tells of it. */
  private static void makeAgainInside(TestLab lab) throws IOException {
    copyAgainInside(lab);
    Stage.run("rm", "-rf", lab.standby().data().resolve("data").toString());
    lab.start(lab.standby());
    Files.writeString(lab.standby().log(), "");
  }

  /** As typed by somebody who leaves data2 where it is. */
  private static void copyAgainInside(TestLab lab) throws IOException {
    Path data = lab.standby().data();
    lab.stop(lab.standby());
    lab.sql(
        lab.primary(),
        "CREATE SCHEMA IF NOT EXISTS replication_lab",
        "CREATE TABLE IF NOT EXISTS replication_lab.proof(token text)",
        "CREATE TABLE big2 AS SELECT generate_series(1, 5000) x",
        "CHECKPOINT",
        "SELECT pg_switch_wal()");
    try (Session session = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
      session.query("SELECT pg_backup_start('testing', true)");
      Stage.run("cp", "-p", "-R", lab.primary().data().toString(), data.toString());
      String label = session.query("SELECT labelfile FROM pg_backup_stop()").first();
      Files.writeString(data.resolve("backup_label"), String.valueOf(label));
    }
    lab.bench.unprivileged().handOver(lab.bench.workspace().folder());
  }

  private static CheckResult failed(ProofReport report, String name) {
    CheckResult first =
        report.checks().stream()
            .filter(row -> row.verdict() != Verdict.PASSED)
            .findFirst()
            .orElseThrow(() -> new AssertionError("proven: " + report));
    assertThat(first.name()).as(first.toString()).isEqualTo(name);
    return first;
  }

  private static void assertHeals(TestLab lab, CheckResult row) {
    assertThat(row.remedy()).containsPattern("(?s)mv data2 data2-.*cp -p -R data data2");
    assertThat(lab.run.apply(row.actions()).join()).isEmpty();
    ProofReport report = lab.proof();
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.PASSED);
    assertThat(lab.sql(lab.standby(), "SELECT count(*) FROM big2")).isEqualTo("5000");
  }
}
