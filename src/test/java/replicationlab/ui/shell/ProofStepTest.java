package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Guidance;
import replicationlab.lab.Step;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;

class ProofStepTest {

  private final AtomicInteger seen = new AtomicInteger();
  private final ProofStep proof = new ProofStep(seen::incrementAndGet);

  private void step(String check, Status status) {
    Step step =
        new Step(
            "refused",
            1,
            "Be refused",
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(new CheckSpec(1, check, List.of())),
            5,
            Guidance.NONE);
    proof.accept(
        new LabEvent.StepChanged(step.id(), new StepState(step, status, "", List.of(), "", 0)));
  }

  @Test
  void aStepThatRanAndProvedIsSeen() {
    step("proof", Status.RUNNING);
    step("proof", Status.PASSED);
    assertThat(seen).hasValue(1);
  }

  @Test
  void whatWasPassedWhenTheLabWasOpenedIsNot() {
    step("proof", Status.PASSED);
    assertThat(seen).hasValue(0);
  }

  @Test
  void norIsAnotherStepOrOneThatFailed() {
    step("streaming", Status.RUNNING);
    step("streaming", Status.PASSED);
    step("proof", Status.RUNNING);
    step("proof", Status.FAILED);
    step("proof", Status.PASSED);
    assertThat(seen).hasValue(0);
  }
}
