package replicationlab.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.run.StepState.Status;
import replicationlab.ui.FakeLab;
import replicationlab.ui.SampleLab;

/** Which step is open, and what the buttons do. */
class LabViewModelTest {

  private final FakeLab lab = new FakeLab(1);
  private final LabViewModel model = new LabViewModel(lab, "18.6", Runnable::run, Runnable::run);

  LabViewModelTest() {
    model.attach();
  }

  @Test
  void theFirstStepThatHasNotPassedIsOpenAndSaysWhatItWillDo() {
    assertThat(model.openProperty().get()).isEqualTo(1);
    assertThat(model.passedProperty().get()).isEqualTo(1);
    assertThat(model.previewsProperty().get())
        .singleElement()
        .satisfies(preview -> assertThat(preview.diff()).contains("+max_wal_senders = 1"));
  }

  @Test
  void afterAPassTheNextStepOpens() {
    model.run();
    assertThat(model.runningProperty().get()).isTrue();
    assertThat(model.openProperty().get()).isEqualTo(1);
    lab.end(Status.PASSED, "", List.of(SampleLab.passed()));
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.openProperty().get()).isEqualTo(2);
  }

  @Test
  void afterAFailureTheStepStaysOpenWithItsEvidence() {
    model.run();
    lab.end(Status.FAILED, "", List.of(SampleLab.failed()));
    assertThat(model.openProperty().get()).isEqualTo(1);
    assertThat(model.states().get(1).evidence()).containsExactly(SampleLab.failed());
  }

  @Test
  void aStepThatTheUserLeftMeanwhileDoesNotPullThemAway() {
    model.run();
    model.open(0);
    lab.end(Status.PASSED, "", List.of());
    assertThat(model.openProperty().get()).isZero();
  }

  @Test
  void aWaitingStepIsNotRunAndARunningOneIsNotRunTwice() {
    model.open(5);
    model.run();
    assertThat(lab.busy()).isFalse();
    model.open(1);
    model.run();
    model.open(0);
    model.run();
    assertThat(lab.states().get(0).status()).isEqualTo(Status.PASSED);
    model.cancel();
    assertThat(lab.cancelled()).isEqualTo(1);
  }

  @Test
  void runAllOpensEachStepAsItsTurnComes() {
    model.runAll();
    assertThat(model.passedProperty().get()).isEqualTo(16);
    assertThat(model.openProperty().get()).isEqualTo(15);
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void aSlideLeadsToItsStepThatIsNotDone() {
    model.openForSlide(27);
    assertThat(model.openProperty().get()).isEqualTo(4);
    model.openForSlide(3);
    assertThat(model.openProperty().get()).isEqualTo(4);
  }

  @Test
  void whenHiddenItListensNoLonger() {
    assertThat(lab.listeners()).isEqualTo(1);
    model.detach();
    model.detach();
    assertThat(lab.listeners()).isZero();
  }
}
