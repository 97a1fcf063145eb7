package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import replicationlab.check.Verdict;
import replicationlab.drill.DrillReader;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.drill.DrillViewModel;
import replicationlab.ui.drill.FakeDrills;

/** The checker beside the drills: it shows what they found, and not too early. */
class DrillsPaneTest {

  private final FakeDrills faults = new FakeDrills();
  private final DrillViewModel drills =
      new DrillViewModel(
          DrillReader.read(FakeDrills.DRILL, Set.of("standby-answers")), faults, Runnable::run);
  private int asked;
  private final CheckViewModel checker =
      new CheckViewModel(
          _ -> {
            asked++;
            return new CompletableFuture<>();
          },
          Runnable::run);

  @Test
  void theCheckerShowsThatADrillIsMendedAndMakesNoProofItself() {
    DrillsPane.join(drills, checker);
    drills.open(drills.drills().getFirst());
    drills.set();
    assertThat(checker.stageProperty().get()).isEqualTo(CheckViewModel.Stage.HELD_BACK);
    assertThat(checker.rows()).isEmpty();
    drills.judge();
    assertThat(checker.rows()).as("the cause is to be found first").isEmpty();
    drills.check();
    assertThat(checker.rows()).as("not mended, and still to be found").isEmpty();
    faults.mended = true;
    drills.check();
    assertThat(drills.stageProperty().get()).isEqualTo(DrillViewModel.Stage.MENDED);
    assertThat(checker.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(checker.headline()).startsWith("The standby is proven");
    assertThat(asked).isZero();
  }

  @Test
  void whoGivesUpSeesItInTheCheckerToo() {
    DrillsPane.join(drills, checker);
    drills.open(drills.drills().getFirst());
    drills.set();
    drills.judge();
    drills.giveUp();
    assertThat(checker.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(checker.rows()).hasSize(1);
  }

  @Test
  void aProofThatTheCheckerIsMakingIsNewerThanTheDrills() {
    DrillsPane.join(drills, checker);
    drills.open(drills.drills().getFirst());
    drills.set();
    drills.judge();
    checker.check();
    drills.check();
    assertThat(checker.stageProperty().get()).isEqualTo(CheckViewModel.Stage.CHECKING);
    assertThat(asked).isEqualTo(1);
  }
}
