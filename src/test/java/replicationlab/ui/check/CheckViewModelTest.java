package replicationlab.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.lab.Action;
import replicationlab.ui.SampleLab;
import replicationlab.ui.check.CheckViewModel.Stage;

/** The proof comes row by row, and is made again when the servers have changed. */
class CheckViewModelTest {

  private final List<Consumer<CheckResult>> askers = new ArrayList<>();
  private CompletableFuture<ProofReport> proof = new CompletableFuture<>();
  private final CheckViewModel model = new CheckViewModel(this::prove, Runnable::run);

  private CompletableFuture<ProofReport> prove(Consumer<CheckResult> row) {
    askers.add(row);
    proof = new CompletableFuture<>();
    return proof;
  }

  private void answer(CheckResult... rows) {
    CompletableFuture<ProofReport> mine = proof;
    for (CheckResult row : rows) {
      askers.getLast().accept(row);
    }
    mine.complete(ProofReport.of(List.of(rows)));
  }

  @Test
  void rowsComeOneByOneAndTheVerdictLast() {
    assertThat(model.headline()).isEqualTo("Not checked yet");
    model.check();
    askers.getFirst().accept(SampleLab.passed());
    assertThat(model.rows()).containsExactly(SampleLab.passed());
    assertThat(model.verdict()).isNull();
    proof.complete(ProofReport.of(List.of(SampleLab.passed())));
    assertThat(model.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(model.headline()).startsWith("The standby is proven");
  }

  @Test
  void whileSomebodyForeseesTheProofItIsNeitherMadeNorShown() {
    model.check();
    answer(SampleLab.failed());
    BooleanProperty foreseeing = new SimpleBooleanProperty();
    model.holdBackWhile(foreseeing);
    assertThat(model.rows()).hasSize(1);
    foreseeing.set(true);
    assertThat(model.rows()).isEmpty();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.HELD_BACK);
    model.serversChanged();
    model.check();
    assertThat(askers).hasSize(1);
    foreseeing.set(false);
    assertThat(model.stageProperty().get()).isEqualTo(Stage.NOT_CHECKED);
    model.serversChanged();
    assertThat(askers).as("it says what is wrong only when asked").hasSize(1);
    model.check();
    assertThat(askers).hasSize(2);
  }

  @Test
  void aStepThatProvedItIsTheFirstLookOfWhoeverHasNotLooked() {
    model.stepProved();
    assertThat(askers).hasSize(1);
    answer(SampleLab.passed());
    model.stepProved();
    assertThat(askers).as("what has been asked is looked at again by other ways").hasSize(1);
    BooleanProperty foreseeing = new SimpleBooleanProperty();
    model.holdBackWhile(foreseeing);
    foreseeing.set(true);
    model.stepProved();
    assertThat(askers).as("it would tell whoever is to foresee it").hasSize(1);
  }

  @Test
  void aProofUnderWayIsNotShownToWhoeverIsToForeseeIt() {
    BooleanProperty foreseeing = new SimpleBooleanProperty();
    model.holdBackWhile(foreseeing);
    model.check();
    foreseeing.set(true);
    answer(SampleLab.failed());
    assertThat(model.rows()).isEmpty();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.HELD_BACK);
  }

  @Test
  void whatWasNotProvenIsNotCalledProven() {
    model.check();
    answer(SampleLab.passed(), SampleLab.failed(), SampleLab.undetermined());
    assertThat(model.headline()).startsWith("Not proven: The standby receives WAL");
    model.check();
    answer(SampleLab.passed(), SampleLab.undetermined());
    assertThat(model.rows()).hasSize(2);
    assertThat(model.headline()).startsWith("Could not check: No server answers");
    model.check();
    proof.completeExceptionally(new IllegalStateException("the lab is gone"));
    assertThat(model.headline()).isEqualTo("Could not check: the lab is gone");
    assertThat(model.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void aChangeOfTheServersChecksAgainButNeverForTheFirstTime() {
    model.serversChanged();
    assertThat(askers).isEmpty();
    model.check();
    answer(SampleLab.passed());
    model.serversChanged();
    assertThat(askers).hasSize(2);
    assertThat(model.rows()).hasSize(1);
    assertThat(model.freshProperty().get()).isZero();
  }

  @Test
  void aChangeDuringACheckChecksOnceMoreAfterIt() {
    model.check();
    model.serversChanged();
    model.serversChanged();
    assertThat(askers).hasSize(1);
    answer(SampleLab.passed());
    assertThat(askers).hasSize(2);
    answer(SampleLab.passed());
    assertThat(askers).hasSize(2);
    assertThat(model.stageProperty().get()).isEqualTo(Stage.CHECKED);
  }

  @Test
  void anOldVerdictIsLookedAtAgainWhenStepsHavePassedButNotAPassedOne() {
    BooleanProperty running = new SimpleBooleanProperty();
    IntegerProperty passed = new SimpleIntegerProperty();
    model.follow(running, passed);
    passed.set(1);
    assertThat(askers).as("nobody has checked yet").isEmpty();
    model.check();
    answer(SampleLab.failed());
    running.set(true);
    passed.set(2);
    passed.set(3);
    assertThat(askers).as("not while steps run").hasSize(1);
    running.set(false);
    assertThat(askers).hasSize(2);
    passed.set(4);
    answer(SampleLab.passed());
    assertThat(askers).as("it is proven").hasSize(2);
    passed.set(5);
    assertThat(askers).hasSize(2);
    assertThat(model.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void theReportHasEverythingInPlainText() {
    model.check();
    answer(SampleLab.passed(), SampleLab.failed());
    assertThat(model.reportText())
        .contains("[passed] Is the server on 5433 in recovery")
        .contains("[failed] Is a row written on 5432 read on 5433?")
        .contains("remedy: Run SELECT pg_wal_replay_resume(); on 5433.");
  }

  @Test
  void headlineNamesTheFirstMistakeAlthoughItCouldOnlyNotBeChecked() {
    model.check();
    answer(
        new CheckResult(
            "a", Verdict.UNDETERMINED, "?", "", "", "No role.", "", "no-role", List.of()),
        new CheckResult("b", Verdict.FAILED, "?", "", "", "This may well follow.", ""));
    assertThat(model.headline()).isEqualTo("Not proven: No role.");
  }

  @Test
  void complaintOfARemedyGoesWithTheNextCheckThatAPersonStarts() {
    CheckViewModel.Mender mender =
        new CheckViewModel.Mender() {
          @Override
          public CompletableFuture<String> apply(List<Action> remedy) {
            return CompletableFuture.completedFuture("exit code 2");
          }

          @Override
          public void cancel() {}
        };
    CheckViewModel mending = new CheckViewModel(this::prove, mender, Runnable::run);
    mending.check();
    answer(SampleLab.failed());
    mending.mend(SampleLab.failed());
    answer(SampleLab.failed());
    assertThat(mending.headline()).endsWith("exit code 2");
    mending.serversChanged();
    answer(SampleLab.failed());
    assertThat(mending.headline()).endsWith("exit code 2");
    mending.check();
    answer(SampleLab.failed());
    assertThat(mending.headline()).doesNotContain("exit code 2");
  }
}
