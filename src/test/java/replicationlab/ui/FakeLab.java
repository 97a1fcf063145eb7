package replicationlab.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;
import replicationlab.run.Preview;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;

/** A lab without servers: whoever tests says when a run ends, and how. */
public final class FakeLab implements GuidedLab {

  private final Lab lab = SampleLab.lab();
  private final List<StepState> states = new ArrayList<>();
  private final List<Consumer<LabEvent>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable CompletableFuture<StepState> running;
  private int runningIndex;
  private int cancelled;

  /** With the first {@code done} steps passed. */
  public FakeLab(int done) {
    List<Step> steps = lab.steps();
    for (int i = 0; i < steps.size(); i++) {
      Status status = i < done ? Status.PASSED : i == done ? Status.READY : Status.WAITING;
      states.add(
          new StepState(
              steps.get(i),
              status,
              i > done ? steps.get(done).title() : "",
              i < done ? List.of(SampleLab.passed()) : List.of(),
              "",
              i < done ? 1_300 : 0));
    }
  }

  /** Ends the run that {@link #run} began. */
  public void end(Status status, String message, List<CheckResult> evidence) {
    StepState now = set(runningIndex, status, message, evidence, 1_300);
    if (status == Status.PASSED && runningIndex + 1 < states.size()) {
      set(runningIndex + 1, Status.READY, "", List.of(), 0);
    }
    CompletableFuture<StepState> future = running;
    running = null;
    if (future != null) {
      future.complete(now);
    }
  }

  /** How often {@link #cancel} was called. */
  public int cancelled() {
    return cancelled;
  }

  /** How many listen. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public Lab lab() {
    return lab;
  }

  @Override
  public int major() {
    return 18;
  }

  @Override
  public List<StepState> states() {
    return List.copyOf(states);
  }

  @Override
  public List<Preview> previews(Step step) {
    return step.actions().stream().map(SampleLab::preview).toList();
  }

  @Override
  public Subscription subscribe(Consumer<LabEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public CompletableFuture<StepState> run(Step step) {
    running = new CompletableFuture<>();
    runningIndex = lab.steps().indexOf(step);
    set(runningIndex, Status.RUNNING, "", List.of(), 0);
    return running;
  }

  @Override
  public CompletableFuture<Void> recheck() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Boolean> runAll() {
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).status() != Status.PASSED) {
        set(i, Status.RUNNING, "", List.of(), 0);
        set(i, Status.PASSED, "", List.of(SampleLab.passed()), 900);
      }
    }
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletableFuture<StepState> check(Step step) {
    return run(step);
  }

  @Override
  public CompletableFuture<ProofReport> prove(Consumer<CheckResult> row) {
    return CompletableFuture.failedFuture(new IllegalStateException("no servers"));
  }

  @Override
  public void cancel() {
    cancelled++;
  }

  @Override
  public boolean busy() {
    return running != null;
  }

  private StepState set(
      int index, Status status, String message, List<CheckResult> evidence, long millis) {
    StepState state = new StepState(lab.steps().get(index), status, "", evidence, message, millis);
    states.set(index, state);
    listeners.forEach(
        listener -> listener.accept(new LabEvent.StepChanged(state.step().id(), state)));
    return state;
  }
}
