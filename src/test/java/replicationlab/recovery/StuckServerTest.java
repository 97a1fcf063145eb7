package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;
import replicationlab.files.OwnerOnly;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.StuckRecovery;
import replicationlab.process.RunningPrograms;
import replicationlab.run.TestLab;

/**
 * A server that crashed while it could not write to its files, and that stays as it is although it
 * could now. What it opens by its full name is not there while its folder has another's place.
 */
@Tag("lab")
@Tag("anyone")
class StuckServerTest {

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("lab");
  }

  @Test
  void theNextStartOfTheLabEndsItAndNothingIsLost() throws IOException {
    try (TestLab lab = crashedWithoutItsFiles()) {
      assertThat(
              new WorkspaceInspection(lab.bench.workspace(), TestLab.opener(), words -> {})
                  .putRight())
          .contains(
              Finding.offered(
                  "The primary had crashed and could not write when it began to recover, so it"
                      + " neither came back nor ended. Nothing that it had committed is lost: it"
                      + " has been ended; start it, and it replays its WAL."));
      assertThat(new DataDirectory(lab.primary().data()).server()).isEmpty();
      lab.start(lab.primary());
      assertThat(lab.sql(lab.primary(), "SELECT count(*) FROM firsttest")).isEqualTo("1");
    }
  }

  @Test
  void theCheckerNamesItAndItsRemedyBringsItBack() throws IOException {
    try (TestLab lab = crashedWithoutItsFiles()) {
      List<CheckResult> evidence = lab.run.check(lab.step("start-primary")).join().evidence();
      assertThat(evidence).extracting(CheckResult::mistake).containsExactly("recovery-stuck");
      assertThat(lab.run.apply(evidence.getFirst().actions()).join()).isEmpty();
      assertThat(lab.run.check(lab.step("start-primary")).join().evidence())
          .extracting(CheckResult::verdict)
          .containsExactly(Verdict.PASSED);
    }
  }

  @Test
  void aServerThatRecoversFromACrashIsNotStuck() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder(), "18", "start-backup")) {
      killChild(lab.primary().data());
      assertThat(new StuckRecovery(lab.primary()).isStuck()).isFalse();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> lab.bench.control().state(lab.primary()) == ClusterState.RUNNING);
      assertThat(new StuckRecovery(lab.primary()).isStuck()).isFalse();
    }
  }

  private TestLab crashedWithoutItsFiles() throws IOException {
    TestLab lab = TestLab.doneUpTo(folder(), "18", "start-backup");
    Path elsewhere = temporary.resolve("elsewhere");
    Files.move(folder(), elsewhere);
    Path decoy = folder().resolve("data");
    Files.createDirectories(decoy);
    OwnerOnly.restrict(decoy);
    Files.copy(elsewhere.resolve("data/PG_VERSION"), decoy.resolve("PG_VERSION"));
    killChild(elsewhere.resolve("data"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.readString(elsewhere.resolve("logs/primary.log")).contains("PANIC"));
    Files.delete(decoy.resolve("PG_VERSION"));
    Files.delete(decoy);
    Files.delete(folder());
    Files.move(elsewhere, folder());
    return lab;
  }

  /** As the kernel does with a process that takes too much memory. */
  private static void killChild(Path data) {
    PidFile server = new DataDirectory(data).pidFile().orElseThrow();
    ProcessHandle child =
        ProcessHandle.of(server.pid()).stream()
            .flatMap(ProcessHandle::children)
            .filter(each -> RunningPrograms.title(each.pid()).contains("background writer"))
            .findFirst()
            .orElseThrow();
    child.destroyForcibly();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !RunningPrograms.runs(child.pid()));
  }
}
