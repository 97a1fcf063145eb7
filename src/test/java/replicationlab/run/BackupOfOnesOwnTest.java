package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;

/** Since 15 a backup lives in a session, which may be the student's as well as the lab's. */
@Tag("lab")
class BackupOfOnesOwnTest {

  @TempDir Path folder;

  @Test
  void aBackupThatWasBegunInATerminalIsSeen() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "start-backup")) {
      assertThat(begun(lab)).isEqualTo(StepState.Status.FAILED);
      Server primary = Server.local(lab.primary().port());
      try (Session terminal = Session.open(primary, Timeouts.PATIENT)) {
        terminal.query("SELECT pg_backup_start('by hand', true)");
        assertThat(begun(lab)).isEqualTo(StepState.Status.PASSED);
        terminal.query("SELECT labelfile FROM pg_backup_stop()");
      }
      assertThat(begun(lab)).isEqualTo(StepState.Status.FAILED);
    }
  }

  @Test
  void whoeverOnlySpeaksOfABackupHasBegunNone() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "start-backup")) {
      Server primary = Server.local(lab.primary().port());
      Instant checkpoint = ControlFile.read(lab.primary().data()).orElseThrow().written();
      await().until(() -> Instant.now().isAfter(checkpoint.plusSeconds(1)));
      try (Session terminal = Session.open(primary, Timeouts.PATIENT)) {
        terminal.query("SELECT 'pg_backup_start'");
        assertThat(begun(lab)).isEqualTo(StepState.Status.FAILED);
        terminal.query("SELECT pg_backup_start('by hand', true)");
        assertThat(begun(lab)).isEqualTo(StepState.Status.PASSED);
        assertThatThrownBy(() -> terminal.query("SELECT pg_backup_start('again', true)"))
            .hasMessageContaining("already in progress");
        assertThat(begun(lab)).isEqualTo(StepState.Status.PASSED);
      }
    }
  }

  private static StepState.Status begun(TestLab lab) {
    return lab.run.check(lab.step("start-backup")).join().status();
  }
}
