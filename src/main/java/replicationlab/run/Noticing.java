package replicationlab.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.Verdict;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.progress.Help;

/**
 * Notices what was done without the lab's buttons. A step passes by itself when its checks hold
 * that did not hold before: then somebody has done it. A step whose checks hold from the beginning,
 * because an earlier step brought that about, is for looking, and is left to the person.
 */
final class Noticing {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Lab lab;
  private final int major;
  private final StepBoard board;
  private final Function<Step, List<CheckResult>> look;
  private final Function<Step, String> stamp;
  private final Consumer<StepState> put;

  /** How the files of steps were that may hold by themselves. */
  private final Map<String, String> stamps = new HashMap<>();

  /** Steps that were seen undone since the lab last did something itself. */
  private final Set<String> undone = new HashSet<>();

  /**
   * @param look carries out a step's checks
   * @param stamp changes when a file changes that the step's actions write
   * @param put takes a step's new state
   */
  Noticing(
      Lab lab,
      int major,
      StepBoard board,
      Function<Step, List<CheckResult>> look,
      Function<Step, String> stamp,
      Consumer<StepState> put) {
    this.lab = lab;
    this.major = major;
    this.board = board;
    this.look = look;
    this.stamp = stamp;
    this.put = put;
  }

  /** The lab has done something itself: what holds after that is no news. */
  void forget() {
    undone.clear();
    stamps.clear();
  }

  /** Looks at the steps that have not passed; what has been done was done by the person. */
  void look() {
    look(Help.NONE);
  }

  /**
   * Looks at the steps that have not passed.
   *
   * @param help how far the lab had a hand in what has been done since the last look
   */
  void look(Help help) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean allBeforePassed = true;
    for (StepState state : board.all()) {
      if (System.nanoTime() > deadline) {
        // A server that does not answer: all that follow would wait for it too.
        return;
      }
      allBeforePassed =
          state.status() == StepState.Status.PASSED || look(state, allBeforePassed, help);
    }
  }

  /** Whether the step has passed by this look. */
  private boolean look(StepState state, boolean allBeforePassed, Help help) {
    Step step = state.step();
    if (step.checks().isEmpty() || isForLooking(step)) {
      return false;
    }
    List<CheckResult> evidence = look.apply(step);
    Verdict verdict =
        evidence.stream().map(CheckResult::verdict).reduce(Verdict.PASSED, Verdict::and);
    if (verdict != Verdict.PASSED) {
      // What may come true by an earlier step is undone only after that.
      if (allBeforePassed || !step.mayHoldBefore().contain(major)) {
        undone.add(step.id());
      }
      refresh(state, verdict, evidence);
      return false;
    }
    boolean touched = touched(step);
    boolean done = allBeforePassed && (undone.remove(step.id()) || touched);
    if (done) {
      put.accept(
          new StepState(step, StepState.Status.PASSED, "", evidence, "", 0)
              .with(state.help().and(help), false));
    }
    return done;
  }

  /**
   * Whether a file that the step is about has changed since its checks were first seen to hold:
   * then somebody has done what makes no difference to them, such as adding a line that PostgreSQL
   * had written by itself.
   */
  private boolean touched(Step step) {
    if (!step.mayHoldBefore().contain(major)) {
      return false;
    }
    String now = stamp.apply(step);
    String before = stamps.putIfAbsent(step.id(), now);
    return before != null && !before.equals(now);
  }

  /** A step that has failed shows what is wrong now, not what was wrong then. */
  private void refresh(StepState state, Verdict verdict, List<CheckResult> evidence) {
    if (state.status() == StepState.Status.FAILED
        && verdict == Verdict.FAILED
        && !state.evidence().equals(evidence)) {
      put.accept(
          new StepState(state.step(), StepState.Status.FAILED, "", evidence, "", state.millis())
              .with(state.help(), state.skipped()));
    }
  }

  /** The proof writes a row, and what earlier steps have proven needs no deed of its own. */
  private boolean isForLooking(Step step) {
    Set<List<Object>> earlier = new HashSet<>();
    for (Step each : lab.steps()) {
      if (each.equals(step)) {
        break;
      }
      each.checks().forEach(check -> earlier.add(content(check)));
    }
    return step.checks().stream()
        .allMatch(
            check -> check.name().equals(LabChecks.PROOF) || earlier.contains(content(check)));
  }

  private static List<Object> content(CheckSpec check) {
    return List.of(check.name(), check.arguments());
  }
}
