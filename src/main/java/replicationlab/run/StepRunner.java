package replicationlab.run;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.process.Cancellation;
import replicationlab.progress.Help;

/**
 * Carries out one step, or one remedy, at a time: its actions, then its checks. Only {@link
 * #cancel} and {@link #isBusy} may be called from another thread.
 */
final class StepRunner {

  private static final String NOT_AGREED_TO =
      "This lesson runs nothing before you have seen what it would run and agreed to it.";

  private final Lab lab;
  private final Workbench bench;
  private final StepBoard board;
  private final LabMemory memory;
  private final ActionRunner actions;
  private final StepChecks checks;
  private final Noticing noticing;
  private final Consumer<StepState> put;
  private volatile @Nullable Cancellation current;

  /**
   * @param noticing is told what the lab did itself
   * @param put takes a step's new state
   */
  StepRunner(
      Lab lab,
      Workbench bench,
      StepBoard board,
      LabMemory memory,
      ActionRunner actions,
      StepChecks checks,
      Noticing noticing,
      Consumer<StepState> put) {
    this.lab = lab;
    this.bench = bench;
    this.board = board;
    this.memory = memory;
    this.actions = actions;
    this.checks = checks;
    this.noticing = noticing;
    this.put = put;
  }

  /** Ends what runs, if something does. */
  void cancel() {
    Cancellation running = current;
    if (running != null) {
      running.cancel();
    }
  }

  private int major() {
    return bench.clusters().installation().version().major();
  }

  boolean isBusy() {
    return current != null;
  }

  /** Does one thing with a step, and answers with how it stands then. */
  StepState perform(Step step, Attempt attempt) {
    StepState before = board.of(step);
    if (before.status() == StepState.Status.WAITING) {
      return before;
    }
    boolean acts = attempt != Attempt.CHECK && !step.actionsFor(major()).isEmpty();
    if (acts && !bench.agreements().cover(lab, major())) {
      put.accept(before.undetermined(NOT_AGREED_TO, 0));
      return board.of(step);
    }
    Cancellation cancellation = new Cancellation();
    current = cancellation;
    long start = System.nanoTime();
    put.accept(before.with(StepState.Status.RUNNING, ""));
    bench.askAgain();
    try {
      List<Action> todo = attempt.todo(step.actionsFor(major()), () -> checks.now(step));
      String complaint = act(step.id(), todo, cancellation);
      List<CheckResult> evidence =
          checks.settle(step, !todo.isEmpty(), complaint.isEmpty(), cancellation);
      StepState.Status status =
          cancellation.isCancelled() ? StepState.Status.FAILED : StepChecks.status(evidence);
      String message = cancellation.isCancelled() ? "Cancelled." : complaint;
      StepState after =
          new StepState(
                  step, status, "", evidence, message, (System.nanoTime() - start) / 1_000_000)
              .with(
                  attempt.help(before, todo).and(board.of(step).help()),
                  attempt.skipped(before, status));
      memory.keep(after);
      put.accept(after);
      return board.of(step);
    } catch (RuntimeException e) {
      StepState after =
          before.undetermined(
              "The lab could not carry this out: " + e.getMessage(),
              (System.nanoTime() - start) / 1_000_000);
      put.accept(after);
      return after;
    } finally {
      if (attempt != Attempt.CHECK) {
        noticing.forget();
      }
      current = null;
    }
  }

  /** Carries out what mends something; answers with what went wrong first, or nothing. */
  String carryOut(String name, List<Action> todo, Cancellation cancellation) {
    if (todo.isEmpty()) {
      return "";
    }
    // What the person had done until now is the person's; what holds afterwards is the lab's.
    noticing.look();
    current = cancellation;
    try {
      String said = act(name, todo, cancellation);
      noticing.look(Help.DONE);
      return said;
    } finally {
      current = null;
    }
  }

  /** Answers with what went wrong first; empty if nothing did. */
  private String act(String stepId, List<Action> todo, Cancellation cancellation) {
    for (Action action : todo) {
      if (cancellation.isCancelled()) {
        return "Cancelled.";
      }
      Outcome outcome = actions.run(stepId, action, cancellation);
      bench.askAgain();
      if (!outcome.asMeant()) {
        return outcome.words();
      }
    }
    return "";
  }
}
