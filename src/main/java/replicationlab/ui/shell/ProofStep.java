package replicationlab.ui.shell;

import replicationlab.check.LabChecks;
import replicationlab.lab.CheckSpec;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;

/** Sees a step run and pass that asks whether the standby is one. */
final class ProofStep {

  private final Runnable passed;
  private String running = "";

  /**
   * @param passed called on the run's own thread
   */
  ProofStep(Runnable passed) {
    this.passed = passed;
  }

  void accept(LabEvent event) {
    if (event instanceof LabEvent.StepChanged(String stepId, StepState state)) {
      // What was passed before is told too, when a lab is opened or looked through again.
      if (state.status() == StepState.Status.RUNNING) {
        running = stepId;
      } else if (running.equals(stepId)) {
        running = "";
        if (state.status() == StepState.Status.PASSED && asksForProof(state)) {
          passed.run();
        }
      }
    }
  }

  private static boolean asksForProof(StepState state) {
    return state.step().checks().stream().map(CheckSpec::name).anyMatch(LabChecks.PROOF::equals);
  }
}
