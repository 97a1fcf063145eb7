package replicationlab.run;

import java.util.List;
import java.util.Optional;
import replicationlab.check.CheckResult;
import replicationlab.lab.Step;
import replicationlab.postgres.sql.PasswordMask;
import replicationlab.progress.Help;
import replicationlab.progress.HowPassed;

/**
 * Where a step stands.
 *
 * @param waitsFor the title of the earlier step that must pass first; empty when none
 * @param evidence what the checks last found
 * @param message what went wrong outside the checks (a command's own words); empty when nothing
 * @param millis how long the last run took; 0 when it has not run
 * @param help how far the lab has helped with it
 * @param skipped whether the person chose to skip it
 */
public record StepState(
    Step step,
    Status status,
    String waitsFor,
    List<CheckResult> evidence,
    String message,
    long millis,
    Help help,
    boolean skipped) {

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
    message = PasswordMask.of(message);
  }

  /** A state in which the lab has not helped. */
  public StepState(
      Step step,
      Status status,
      String waitsFor,
      List<CheckResult> evidence,
      String message,
      long millis) {
    this(step, status, waitsFor, evidence, message, millis, Help.NONE, false);
  }

  static StepState untouched(Step step) {
    return new StepState(step, Status.WAITING, "", List.of(), "", 0);
  }

  StepState with(Status newStatus, String newWaitsFor) {
    return new StepState(step, newStatus, newWaitsFor, evidence, message, millis, help, skipped);
  }

  StepState with(Help newHelp, boolean isSkipped) {
    return new StepState(step, status, waitsFor, evidence, message, millis, newHelp, isSkipped);
  }

  /** What it becomes when it cannot be carried out, or not be checked. */
  StepState undetermined(String why, long took) {
    return new StepState(step, Status.UNDETERMINED, "", List.of(), why, took, help, skipped);
  }

  /** How it was passed; empty for one that has not. */
  public Optional<HowPassed> how() {
    return status == Status.PASSED ? Optional.of(HowPassed.of(help, skipped)) : Optional.empty();
  }
}
