package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.ExclusiveBackup;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.run.Stage;
import replicationlab.run.StepState;
import replicationlab.run.TestLab;

/** "Copy the files" is done when the copy was made while the backup was under way. */
@Tag("lab")
@Tag("slow")
class UntimelyCopiesTest {

  @TempDir Path folder;

  static List<String> majors() {
    return FalseStandbysTest.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void copyFromBeforeTheBackupIsNotTaken(String postgres) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "start-backup")) {
      copy(lab);
      aSecondLaterThan(lab.standby());
      assertThat(pass(lab, "start-backup")).isTrue();
      CheckResult early = failed(lab, "copy", "copied");
      assertThat(early.mistake()).isEqualTo("copy-outside-backup");
      assertThat(early.remedy()).containsPattern("mv data2 data2-.*\\R.*cp -p -R data data2");
      assertThat(lab.run.apply(early.actions()).join()).isEmpty();
      assertThat(lab.run.check(lab.step("copy")).join().status())
          .isEqualTo(StepState.Status.PASSED);
      assertThat(lab.run.runAll().join()).as(lab.run.states().toString()).isTrue();
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void filesOfAnOlderStandbyAreNoCopy(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      assertThat(verdicts(lab, "copy")).containsOnly(Verdict.PASSED);
      boolean old = ExclusiveBackup.isKnownTo(lab.system().major());
      try (Session terminal = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
        aSecondLaterThan(lab.standby());
        terminal.query(
            "SELECT " + (old ? "pg_start_backup" : "pg_backup_start") + "('again', true)");
        assertThat(verdicts(lab, "copy")).as("while it runs").containsOnly(Verdict.PASSED);
        lab.stop(lab.standby());
        aSecondLaterThan(lab.standby());
        terminal.query(old ? "SELECT pg_stop_backup()" : "SELECT pg_backup_stop()");
        terminal.query(
            "SELECT " + (old ? "pg_start_backup" : "pg_backup_start") + "('anew', true)");
        assertThat(verdicts(lab, "copy"))
            .as("it only has to be started")
            .containsOnly(Verdict.PASSED);
        Path signal =
            lab.standby()
                .data()
                .resolve(lab.system().major() < 12 ? "recovery.conf" : "standby.signal");
        Files.move(signal, signal.resolveSibling("aside"));
        assertThat(failed(lab, "copy", "copied").mistake()).isEqualTo("copy-stale");
        Files.move(signal.resolveSibling("aside"), signal);
        copy(lab); // which puts it inside
        CheckResult nested = failed(lab, "copy", "copied");
        assertThat(nested.mistake()).isEqualTo("copy-nested");
        assertThat(nested.cause()).contains("data2/data");
        assertThat(lab.run.apply(nested.actions()).join()).isEmpty();
        assertThat(verdicts(lab, "copy")).containsOnly(Verdict.PASSED);
        terminal.query(old ? "SELECT pg_stop_backup()" : "SELECT pg_backup_stop()");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "15"})
  void labelFromAfterACopyOfAStoppedServerIsNamed(String postgres) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "start-backup")) {
      lab.stop(lab.primary());
      copy(lab);
      lab.start(lab.primary());
      try (Session terminal = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
        terminal.query("SELECT pg_backup_start('late', true)");
        String label = terminal.query("SELECT labelfile FROM pg_backup_stop()").first();
        Files.writeString(lab.standby().data().resolve("backup_label"), String.valueOf(label));
      }
      assertThat(failed(lab, "stop-backup", "backup-ended").mistake())
          .isEqualTo("copy-outside-backup");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "15"})
  void copyWithItsLabelIsRightWhileAnotherBackupIsUnderWay(String postgres) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "standby-port")) {
      aSecondLaterThan(lab.standby());
      try (Session terminal = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
        terminal.query("SELECT pg_backup_start('of another', true)");
        assertThat(verdicts(lab, "copy")).containsOnly(Verdict.PASSED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "15"})
  void beginningThatIsRefusedIsNoLaterOne(String postgres) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "start-backup");
        Session terminal = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
      String begin = "SELECT pg_backup_start('once', true)";
      terminal.query(begin);
      copy(lab);
      aSecondLaterThan(lab.standby());
      assertThatThrownBy(() -> terminal.query(begin)).hasMessageContaining("already in progress");
      assertThat(verdicts(lab, "copy")).containsOnly(Verdict.PASSED);
    }
  }

  private static boolean pass(TestLab lab, String step) {
    return lab.run.run(lab.step(step)).join().status() == StepState.Status.PASSED;
  }

  private static List<Verdict> verdicts(TestLab lab, String id) {
    return look(lab, id).stream().map(CheckResult::verdict).toList();
  }

  private static List<CheckResult> look(TestLab lab, String id) {
    Step step = lab.step(id);
    return LabChecks.look(lab.system(), step.checks());
  }

  private static CheckResult failed(TestLab lab, String step, String check) {
    CheckResult result =
        look(lab, step).stream()
            .filter(each -> each.verdict() == Verdict.FAILED)
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing failed in " + step));
    assertThat(result.name()).isEqualTo(check);
    return result;
  }

  /** As typed by somebody who leaves data2 where it is. */
  private static void copy(TestLab lab) throws IOException {
    Stage.run("cp", "-p", "-R", lab.primary().data().toString(), lab.standby().data().toString());
    lab.bench.unprivileged().handOver(lab.bench.workspace().folder());
  }

  /** The server notes whole seconds. */
  private static void aSecondLaterThan(Cluster cluster) {
    Instant written = ControlFile.read(cluster.data()).orElseThrow().written();
    await().until(() -> Instant.now().isAfter(written.plusSeconds(1)));
  }
}
