package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.check.CheckResult;
import replicationlab.run.StepState.Status;

/**
 * A backup is lost before it has ended: up to 14 with its server, since 15 with its session. What
 * was copied for it is of no use then, however complete it looks.
 */
@Tag("lab")
@Tag("anyone")
class LostBackupTest {

  @TempDir Path temporary;

  @Test
  void theCheckerSaysThatTheCopyIsVoidAndItsRemedyCopiesAgain() {
    try (TestLab lab = copied("9.6")) {
      restartPrimary(lab);
      for (String step : List.of("start-backup", "copy", "stop-backup")) {
        assertThat(lab.run.check(lab.step(step)).join().status())
            .as(step)
            .isEqualTo(step.equals("stop-backup") ? Status.WAITING : Status.FAILED);
      }
      CheckResult copy = stateOf(lab, "copy").evidence().getFirst();
      assertThat(copy.mistake()).isEqualTo("backup-cancelled");
      assertThat(lab.run.apply(copy.actions()).join()).isEmpty();
      for (String step : List.of("start-backup", "copy", "stop-backup")) {
        assertThat(lab.run.check(lab.step(step)).join().status()).as(step).isEqualTo(Status.PASSED);
      }
    }
  }

  @Test
  void theNextStartOfTheLabBeginsAgainWithTheBackup() {
    restartedBetween(LostBackupTest::restartPrimary, "9.6");
  }

  @Test
  void soItDoesWhileThePrimaryIsStillDown() {
    restartedBetween(lab -> lab.bench.control().stopAtOnce(lab.primary()), "9.6");
  }

  @Test
  void soItDoesWhenTheSessionWentWithTheLab() {
    restartedBetween(lab -> {}, "18");
  }

  @Test
  void aBackupThatIsStillUnderWayIsGoneOnWith() {
    try (TestLab lab = copied("9.6")) {
      lab.run.close();
      try (TestLab again = lab.reopened()) {
        assertThat(stateOf(again, "copy").status()).isEqualTo(Status.PASSED);
        assertThat(again.run.runAll().join()).isTrue();
      }
    }
  }

  private void restartedBetween(Consumer<TestLab> meanwhile, String postgres) {
    try (TestLab lab = copied(postgres)) {
      lab.run.close();
      meanwhile.accept(lab);
      try (TestLab again = lab.reopened()) {
        assertThat(stateOf(again, "first-table").status()).isEqualTo(Status.PASSED);
        assertThat(stateOf(again, "start-backup").status()).isEqualTo(Status.READY);
        assertThat(stateOf(again, "copy").status()).isEqualTo(Status.WAITING);
        again.run.recheck().join();
        assertThat(again.run.runAll().join()).as("%s", again.run.states()).isTrue();
      }
    }
  }

  private TestLab copied(String postgres) {
    return TestLab.doneUpTo(temporary.resolve("lab"), postgres, "stop-backup");
  }

  private static void restartPrimary(TestLab lab) {
    lab.stop(lab.primary());
    lab.start(lab.primary());
  }

  private static StepState stateOf(TestLab lab, String step) {
    return lab.run.states().get(lab.lab.steps().indexOf(lab.step(step)));
  }
}
