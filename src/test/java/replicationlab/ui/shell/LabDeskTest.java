package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.ProgramFiles;
import replicationlab.log.ProgramLog;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.run.StepState;
import replicationlab.run.TestLab;
import replicationlab.settings.Settings.LabChoice;

/** The desk, asked for something while a step still runs. */
@Tag("lab")
class LabDeskTest {

  @TempDir Path folder;

  @Test
  void aResetWhileAStepRunsEndsTheStepAndLeavesNothingOfIt() throws IOException {
    PortPair ports = TestLab.freePorts();
    Path lab = folder.resolve("lab");
    LabChoice choice = new LabChoice(lab.toString(), "18", ports.primary(), ports.standby());
    try (ProgramLog log = new ProgramLog(ProgramLog.Detail.OFF);
        LabDesk desk =
            new LabDesk(
                ProgramFiles.find(),
                TestLab.installations(),
                TestLab.opener(),
                lab,
                log,
                words -> {})) {
      OpenLab first = desk.open(choice, words -> {}).join();
      var _ = first.run().runAll();
      await().until(() -> Files.exists(lab.resolve("data/base")));

      OpenLab afresh = desk.reset(choice, words -> {}).join();

      assertThat(afresh.run().states())
          .extracting(StepState::status)
          .doesNotContain(StepState.Status.PASSED);
      assertThat(lab.resolve("data")).doesNotExist();
      assertThat(lab.resolve("progress.json")).doesNotExist();
      assertThat(desk.takeFindings()).isEmpty();
    }
  }
}
