package replicationlab.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.progress.Help;
import replicationlab.progress.HowPassed;
import replicationlab.run.StepState.Status;
import replicationlab.settings.Settings.Way;
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
    assertThat(model.tallyProperty().get().passed()).isEqualTo(1);
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
  void whatACheckAdvisesIsCarriedOutAndTheStepCheckedAgain() {
    model.check();
    lab.end(Status.FAILED, "", List.of(SampleLab.failed()));
    model.mend(SampleLab.mendable().actions());
    assertThat(lab.applied()).isEqualTo(SampleLab.mendable().actions());
    assertThat(model.runningProperty().get()).isTrue();
    lab.end(Status.PASSED, "", List.of(SampleLab.passed()));
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.states().get(1).status()).isEqualTo(Status.PASSED);
    assertThat(model.states().get(1).how()).contains(HowPassed.ASSISTED);
  }

  @Test
  void aRemedyThatDidNotGoThroughSaysWhy() {
    lab.refuseRemedies("pg_ctl: could not start server");
    model.mend(SampleLab.mendable().actions());
    lab.end(Status.FAILED, "", List.of(SampleLab.failed()));
    assertThat(model.troubleProperty().get())
        .isEqualTo("The remedy did not go through: pg_ctl: could not start server");
    lab.refuseRemedies("");
    model.mend(SampleLab.mendable().actions());
    lab.end(Status.PASSED, "", List.of(SampleLab.passed()));
    assertThat(model.troubleProperty().get()).isEmpty();
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
    assertThat(model.tallyProperty().get().passed()).isEqualTo(16);
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

  @Test
  void afterAPassWithSomethingToReadTheStepStaysOpenUntilOneGoesOn() {
    model.run();
    lab.end(Status.PASSED, "", List.of());
    model.act();
    assertThat(model.openProperty().get()).isEqualTo(2);
    lab.end(Status.PASSED, "", List.of(SampleLab.passed()));
    assertThat(model.openProperty().get()).as("to be read").isEqualTo(2);
    assertThat(model.after(model.states().get(2).step())).isNotEmpty();
    model.act();
    assertThat(model.openProperty().get()).isEqualTo(3);
    assertThat(lab.busy()).as("going on runs nothing").isFalse();
  }

  @Test
  void onOnesOwnTheCommandIsShownOnlyWhenTheLadderHasBeenClimbedToIt() {
    model.wayProperty().set(Way.ON_MY_OWN);
    reachHba();
    assertThat(helpOf(2)).isEqualTo(Help.NONE);
    assertThat(model.showsCommand(model.states().get(2))).isFalse();
    model.askForHelp();
    assertThat(helpOf(2)).isEqualTo(Help.NUDGE);
    model.askForHelp();
    assertThat(helpOf(2)).isEqualTo(Help.POINTER);
    assertThat(model.showsCommand(model.states().get(2))).isFalse();
    model.askForHelp();
    assertThat(helpOf(2)).isEqualTo(Help.COMMAND);
    assertThat(model.showsCommand(model.states().get(2))).isTrue();
    assertThat(lab.busy()).isFalse();
    model.askForHelp();
    assertThat(lab.busy()).as("do it for me").isTrue();
    lab.end(Status.PASSED, "", List.of());
    assertThat(model.states().get(2).how()).contains(HowPassed.ASSISTED);
  }

  /** The first one that has hints. */
  private void reachHba() {
    model.check();
    lab.end(Status.PASSED, "", List.of());
    model.act();
  }

  private Help helpOf(int index) {
    return model.states().get(index).help();
  }

  @Test
  void whatOneDidOneselfIsSolvedWhicheverWayOneGoes() {
    model.check();
    lab.end(Status.PASSED, "", List.of());
    assertThat(model.states().get(1).how()).as("guided").contains(HowPassed.SOLVED);
    model.wayProperty().set(Way.ON_MY_OWN);
    model.act();
    model.askForHelp();
    model.act();
    lab.end(Status.PASSED, "", List.of());
    assertThat(model.states().get(2).how()).as("a nudge does no harm").contains(HowPassed.SOLVED);
    assertThat(model.openProperty().get()).isEqualTo(2);
    model.act();
    model.skip();
    lab.end(Status.PASSED, "", List.of());
    assertThat(model.states().get(3).how()).contains(HowPassed.SKIPPED);
    assertThat(model.openProperty().get()).isEqualTo(4);
    assertThat(model.tallyProperty().get().ofAll()).isEqualTo("4 of 16");
    assertThat(model.tallyProperty().get().ways()).isEqualTo("2 solved, 1 assisted, 1 skipped");
  }

  @Test
  void toTurnToTheGuidedWayIsNoHelpThatWasAskedFor() {
    model.wayProperty().set(Way.ON_MY_OWN);
    model.wayProperty().set(Way.GUIDED);
    model.openNext();
    model.openPrevious();
    model.wayProperty().set(Way.ON_MY_OWN);
    assertThat(helpOf(1)).isEqualTo(Help.NONE);
    assertThat(helpOf(2)).isEqualTo(Help.NONE);
  }

  @Test
  void aStepWithoutHintsBeginsItsLadderWithTheCommand() {
    model.wayProperty().set(Way.ON_MY_OWN);
    model.askForHelp();
    assertThat(helpOf(1)).isEqualTo(Help.COMMAND);
  }

  @Test
  void toGoOnOpensTheNextStepThatHasNotPassed() {
    FakeLab far = new FakeLab(9);
    LabViewModel behind = new LabViewModel(far, "18.6", Runnable::run, Runnable::run);
    behind.attach();
    behind.open(0);
    behind.act();
    assertThat(behind.openProperty().get()).isEqualTo(9);
  }

  @Test
  void whereThereIsNoHintItIsSaidWhyUntilAnotherStepIsOpened() {
    model.askForHelp();
    assertThat(model.troubleProperty().get()).startsWith("The guided way shows the command");
    model.open(0);
    assertThat(model.troubleProperty().get()).isEmpty();
    model.askForHelp();
    assertThat(model.troubleProperty().get()).startsWith("This step has passed");
  }

  @Test
  void theKeysGoFromStepToStepAndStopAtTheEnds() {
    model.openNext();
    assertThat(model.openProperty().get()).isEqualTo(2);
    model.open(15);
    model.openNext();
    assertThat(model.openProperty().get()).isEqualTo(15);
    model.open(0);
    model.openPrevious();
    assertThat(model.openProperty().get()).isZero();
  }

  @Test
  void theStepThatWasOpenIsOpenAgain() {
    model.open(7);
    LabViewModel again = new LabViewModel(lab, "18.6", Runnable::run, Runnable::run);
    assertThat(again.openProperty().get()).isEqualTo(7);
  }

  @Test
  void theStepThatNobodyOpenedButThatWasDoneIsOpenAgainWithWhatHappened() {
    FakeLab other = new FakeLab(2);
    LabViewModel first = new LabViewModel(other, "18.6", Runnable::run, Runnable::run);
    first.attach();
    first.run();
    other.end(Status.PASSED, "", List.of(SampleLab.passed()));
    assertThat(first.openProperty().get()).as("to be read").isEqualTo(2);
    LabViewModel again = new LabViewModel(other, "18.6", Runnable::run, Runnable::run);
    assertThat(again.openProperty().get()).isEqualTo(2);
  }

  @Test
  void whoOnlyLooksAtALabHasOpenedNoStepOfIt() {
    model.detach();
    assertThat(lab.openBefore()).isEmpty();
  }
}
