package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.Verdict;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.progress.Workspace;

/**
 * Lab Exercise 1 as a student lives it: from an empty folder to a proven standby, with
 * interruptions.
 */
@Tag("lab")
class LabExerciseTest {

  @TempDir Path folder;

  /** Both that are always bundled; with the profile "all-majors" every one from 9.6 to 18. */
  static List<String> bundledMajors() {
    return TestLab.installations().found().stream()
        .filter(installation -> installation.origin() == Installation.Origin.BUNDLED)
        .map(installation -> installation.version().majorName())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bundledMajors")
  void everyStepPassesAndNoServerIsLeft(String postgres) {
    List<LabEvent> events = new ArrayList<>();
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), postgres)) {
      lab.run.subscribe(events::add);
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();
      assertThat(lab.run.states()).allMatch(state -> state.status() == StepState.Status.PASSED);
      assertThat(lab.bench.stopServers(line -> {})).isTrue();
      assertThat(lab.bench.running()).isEmpty();
    }
    assertThat(events)
        .anyMatch(event ->
            event instanceof LabEvent.Output output
                && output.line().text().contains("read-only transaction"));
  }

  @ParameterizedTest
  @MethodSource("bundledMajors")
  void everyCheckFailsOnAnUntouchedWorkspace(String postgres) {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), postgres)) {
      for (Step step : lab.lab.steps()) {
        assertThat(LabChecks.look(lab.system(), step.checks()))
            .as(step.id())
            .noneMatch(result -> result.verdict() == Verdict.PASSED)
            .anyMatch(result -> result.verdict() == Verdict.FAILED)
            .allSatisfy(LabExerciseTest::explainsItself);
      }
    }
  }

  private static void explainsItself(CheckResult result) {
    assertThat(result.cause()).isNotBlank();
    assertThat(result.remedy()).isNotBlank();
  }

  @Test
  void aStepThatIsNotReadyNamesTheOneThatItWaitsFor() {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18")) {
      StepState state = lab.run.run(lab.step("start-primary")).join();
      assertThat(state.status()).isEqualTo(StepState.Status.WAITING);
      assertThat(state.waitsFor()).isEqualTo("Create a cluster");
      assertThat(lab.primary().data()).doesNotExist();
    }
  }

  @Test
  void whoeverComesBackFindsStepsAndServersAsTheyWere() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table")) {
      lab.run.close();
      try (TestLab again = lab.reopened()) {
        assertThat(again.run.states().get(4).status()).isEqualTo(StepState.Status.PASSED);
        assertThat(again.run.states().get(5).status()).isEqualTo(StepState.Status.READY);
        assertThat(again.bench.running()).containsExactly(again.primary());
        assertThat(again.run.runAll().join()).as("%s", again.run.states()).isTrue();
      }
    }
  }

  @Test
  void aBackupThatDiedWithTheProgramIsBegunAgain() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "stop-backup")) {
      lab.run.close();
      try (TestLab again = lab.reopened()) {
        assertThat(again.run.states())
            .filteredOn(state -> state.step().id().equals("start-backup"))
            .singleElement()
            .extracting(StepState::status)
            .isEqualTo(StepState.Status.READY);
        assertThat(again.run.runAll().join()).as("%s", again.run.states()).isTrue();
        // The first copy was moved out of the way and not deleted.
        assertThat(again.bench.workspace().folder().resolve("kept/data2-1")).isDirectory();
      }
    }
  }

  @Test
  void anyStepCanBeRunAgainWithoutHarm() {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), "18")) {
      StepState pidFile = lab.run.run(lab.step("pid-file")).join();
      assertThat(pidFile.status()).isEqualTo(StepState.Status.PASSED);
      assertThat(pidFile.message()).contains("belongs to a server that runs now");
      StepState copy = lab.run.run(lab.step("copy")).join();
      assertThat(copy.message()).contains("A server runs on data2");
      assertThat(lab.run.run(lab.step("refused")).join().status())
          .isEqualTo(StepState.Status.PASSED);
    }
  }

  @Test
  void aTakenPortIsNamedWithItsHolderAndAFreePair() throws IOException {
    PortPair wanted = TestLab.freePorts();
    try (ServerSocket squatter =
        new ServerSocket(wanted.standby(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(squatter.isBound()).isTrue();
      assertThatThrownBy(() ->
              TestLab.opener()
                  .open(Workspace.open(folder.resolve("lab")), "18", wanted, words -> {}))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("Port " + wanted.standby() + " is taken by ")
          .hasMessageContaining("are free");
    }
  }

  @Test
  void resetStopsTheServersAndLeavesWhatIsNotOurs() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table")) {
      Path mine = Files.writeString(lab.bench.workspace().folder().resolve("my-notes.txt"), "mine");
      assertThat(lab.bench.stopServers(line -> {})).isTrue();
      lab.bench.workspace().reset();
      assertThat(mine).exists();
      assertThat(lab.primary().data()).doesNotExist();
    }
  }
}
