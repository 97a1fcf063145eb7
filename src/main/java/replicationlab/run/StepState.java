package replicationlab.run;

import java.util.List;
import replicationlab.check.CheckResult;
import replicationlab.lab.Step;

/**
 * Where a step stands.
 *
 * @param waitsFor the title of the earlier step that must pass first; empty when none
 * @param evidence what the checks last found
 * @param message what went wrong outside the checks (a command's own words); empty when nothing
 * @param millis how long the last run took; 0 when it has not run
 */
public record StepState(
    Step step,
    Status status,
    String waitsFor,
    List<CheckResult> evidence,
    String message,
    long millis) {

  /** The states of a step. */
  public enum Status {
    /** An earlier step has not passed. */
    WAITING,
    /** It can be run now. */
    READY,
    /** Its actions or checks are running. */
    RUNNING,
    PASSED,
    FAILED,
    /** The checks could not be carried out. */
    UNDETERMINED
  }

  public StepState {
    evidence = List.copyOf(evidence);
  }

  static StepState untouched(Step step) {
    return new StepState(step, Status.WAITING, "", List.of(), "", 0);
  }

  StepState with(Status newStatus, String newWaitsFor) {
    return new StepState(step, newStatus, newWaitsFor, evidence, message, millis);
  }
}
