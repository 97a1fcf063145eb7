package replicationlab.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.LabSystem;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.check.Verdict;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.process.Cancellation;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;

/** A lab on a workbench: the one implementation of {@link GuidedLab}. */
public final class LabRun implements GuidedLab, AutoCloseable {

  private static final long BETWEEN_LOOKS_NANOS = 25_000_000;

  private final Lab lab;
  private final Workbench bench;
  private final ProgressFile progressFile;
  private final StepBoard board;
  private final OpenSessions sessions = new OpenSessions();
  private final List<Consumer<LabEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ActionRunner actions;
  private final ExecutorService steps =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lab steps").daemon().factory());
  private final ExecutorService proofs =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lab proofs").daemon().factory());
  private volatile @Nullable Cancellation current;

  public LabRun(Lab lab, Workbench bench) {
    this.lab = lab;
    this.bench = bench;
    this.progressFile = new ProgressFile(bench.workspace());
    this.actions = new ActionRunner(bench, sessions, this::tell);
    this.board = new StepBoard(lab, passedBefore());
  }

  /**
   * What had passed when the program ended last; without the steps whose open session ended with
   * it.
   */
  private Set<String> passedBefore() {
    Progress progress = progressFile.load();
    if (!progress.lab().equals(lab.id())) {
      return Set.of();
    }
    Set<String> passed = new HashSet<>(progress.passed());
    List<Step> all = lab.steps();
    for (int i = 0; i < all.size(); i++) {
      boolean needsSession =
          all.get(i).actionsFor(major()).stream().anyMatch(Action.Statement.class::isInstance);
      if (needsSession && !passed.contains(all.get(i).id())) {
        // This one needs the session that an earlier one began: do them again from there.
        all.subList(firstWithSession(all), all.size()).forEach(step -> passed.remove(step.id()));
        break;
      }
    }
    return passed;
  }

  private int firstWithSession(List<Step> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).actionsFor(major()).stream().anyMatch(Action.Statement.class::isInstance)) {
        return i;
      }
    }
    return all.size();
  }

  @Override
  public Lab lab() {
    return lab;
  }

  @Override
  public int major() {
    return bench.clusters().installation().version().major();
  }

  @Override
  public List<StepState> states() {
    return board.all();
  }

  @Override
  public List<Preview> previews(Step step) {
    Previews previews = new Previews(bench);
    return step.actionsFor(major()).stream().map(previews::of).toList();
  }

  @Override
  public Subscription subscribe(Consumer<LabEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public CompletableFuture<StepState> run(Step step) {
    return CompletableFuture.supplyAsync(() -> perform(step, step.actionsFor(major())), steps);
  }

  @Override
  public CompletableFuture<StepState> check(Step step) {
    return CompletableFuture.supplyAsync(() -> perform(step, List.of()), steps);
  }

  @Override
  public CompletableFuture<Void> recheck() {
    return CompletableFuture.runAsync(
        () ->
            board.all().stream()
                .filter(state -> state.status() == StepState.Status.PASSED)
                .forEach(state -> perform(state.step(), List.of())),
        steps);
  }

  @Override
  public CompletableFuture<Boolean> runAll() {
    return CompletableFuture.supplyAsync(
        () -> {
          for (Step step : lab.steps()) {
            if (board.of(step).status() != StepState.Status.PASSED
                && perform(step, step.actionsFor(major())).status() != StepState.Status.PASSED) {
              return false;
            }
          }
          return true;
        },
        steps);
  }

  @Override
  public CompletableFuture<ProofReport> prove(Consumer<CheckResult> row) {
    return CompletableFuture.supplyAsync(() -> new ReplicationProof(system()).run(row), proofs);
  }

  @Override
  public void cancel() {
    Cancellation running = current;
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public boolean busy() {
    return current != null;
  }

  private LabSystem system() {
    return new LabSystem(bench.clusters(), bench.control(), sessions::isOpen, bench.wording()::of);
  }

  private StepState perform(Step step, List<Action> todo) {
    StepState before = board.of(step);
    if (before.status() == StepState.Status.WAITING) {
      return before;
    }
    Cancellation cancellation = new Cancellation();
    current = cancellation;
    long start = System.nanoTime();
    put(before.with(StepState.Status.RUNNING, ""));
    try {
      String complaint = act(step, todo, cancellation);
      List<CheckResult> evidence =
          settle(step, complaint.isEmpty() && !todo.isEmpty(), cancellation);
      StepState.Status status =
          cancellation.isCancelled() ? StepState.Status.FAILED : status(evidence);
      String message = cancellation.isCancelled() ? "Cancelled." : complaint;
      StepState after =
          new StepState(
              step, status, "", evidence, message, (System.nanoTime() - start) / 1_000_000);
      remember(after);
      put(after);
      return after;
    } catch (RuntimeException e) {
      StepState after =
          new StepState(
              step,
              StepState.Status.UNDETERMINED,
              "",
              List.of(),
              "The lab could not carry this out: " + e.getMessage(),
              (System.nanoTime() - start) / 1_000_000);
      put(after);
      return after;
    } finally {
      current = null;
    }
  }

  /** Answers with what went wrong first; empty if nothing did. */
  private String act(Step step, List<Action> todo, Cancellation cancellation) {
    for (Action action : todo) {
      if (cancellation.isCancelled()) {
        return "Cancelled.";
      }
      Outcome outcome = actions.run(step.id(), action, cancellation);
      if (!outcome.asMeant()) {
        return outcome.words();
      }
    }
    return "";
  }

  /**
   * Looks until all checks pass or the step's patience is over: a server needs time for what it was
   * told to do.
   */
  private List<CheckResult> settle(Step step, boolean patient, Cancellation cancellation) {
    long deadline = System.nanoTime() + (patient ? step.patience() * 1_000_000_000L : 0);
    while (true) {
      List<CheckResult> evidence = LabChecks.look(system(), step.checks());
      if (status(evidence) == StepState.Status.PASSED
          || System.nanoTime() >= deadline
          || cancellation.isCancelled()) {
        return evidence;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  private static StepState.Status status(List<CheckResult> evidence) {
    return switch (evidence.stream()
        .map(CheckResult::verdict)
        .reduce(Verdict.PASSED, Verdict::and)) {
      case PASSED -> StepState.Status.PASSED;
      case FAILED -> StepState.Status.FAILED;
      case UNDETERMINED -> StepState.Status.UNDETERMINED;
    };
  }

  private void remember(StepState state) {
    Progress saved = progressFile.load();
    Progress mine =
        new Progress(
            lab.id(),
            bench.clusters().installation().bin().toString(),
            bench.clusters().primary().port(),
            bench.clusters().standby().port(),
            saved.lab().equals(lab.id()) ? saved.passed() : Set.of());
    progressFile.save(mine.withStep(state.step().id(), state.status() == StepState.Status.PASSED));
  }

  private void put(StepState state) {
    board
        .put(state)
        .forEach(changed -> tell(new LabEvent.StepChanged(changed.step().id(), changed)));
  }

  private void tell(LabEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  /** Ends what runs, closes the lab's sessions; the servers stay as they are. */
  @Override
  public void close() {
    cancel();
    steps.shutdown();
    proofs.shutdown();
    sessions.close();
  }
}
