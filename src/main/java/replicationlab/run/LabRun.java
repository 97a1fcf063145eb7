package replicationlab.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.LabSystem;
import replicationlab.check.LeftSessions;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.checkpoint.MovedFolders;
import replicationlab.deck.Block;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.process.Cancellation;
import replicationlab.progress.Help;
import replicationlab.progress.Logbook;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;

/** A lab on a workbench: the one implementation of {@link GuidedLab}. */
public final class LabRun implements GuidedLab, AutoCloseable {

  private final Lab lab;
  private final Workbench bench;
  private final LabMemory memory;
  private final Logbook logbook;
  private final StepBoard board;
  private final OpenSessions sessions = new OpenSessions();
  private final LeftSessions left = new LeftSessions();
  private final LabEvents events = new LabEvents();
  private final StepRunner runner;
  private final boolean keepsCheckpoints;
  private final StepCheckpoints checkpoints;
  private final ExecutorService steps = Later.thread("lab steps");
  private final ExecutorService proofs = Later.thread("lab proofs");

  /** Hints are revealed, and remembered, while a step runs. */
  private final ExecutorService notes = Later.thread("lab notes");

  private final String openBefore;
  private final Noticing noticing;
  private final AtomicBoolean willNotice = new AtomicBoolean();

  /** A run without checkpoints: for those who want it fast and will not go back. */
  public LabRun(Lab lab, Workbench bench) {
    this(lab, bench, false);
  }

  /**
   * @param keepsCheckpoints whether each passed step becomes something to go back to
   */
  public LabRun(Lab lab, Workbench bench, boolean keepsCheckpoints) {
    this.lab = lab;
    this.keepsCheckpoints = keepsCheckpoints;
    this.bench = bench;
    this.memory = new LabMemory(lab, bench);
    this.logbook = new Logbook(bench.workspace());
    Progress before = memory.recall();
    this.board = new StepBoard(lab, memory.stillPassed(before.passed()), before);
    this.openBefore = before.open();
    notes.execute(ProgressFile::getReady);
    logbook.open();
    this.checkpoints =
        new StepCheckpoints(bench, lab, sessions::anyOpen, words -> events.note("", words));
    this.noticing =
        new Noticing(
            lab,
            major(),
            board,
            step -> LabChecks.glance(system(), step.checks()),
            new StepFiles(bench.workspace().folder(), major())::stamp,
            this::noticed);
    this.runner =
        new StepRunner(
            lab,
            bench,
            board,
            memory,
            new ActionRunner(bench, sessions, logbook, events::tell),
            new StepChecks(this::system),
            noticing,
            this::put);
    if (memory.wasParked() && canBeLookedAt()) {
      var _ = recheck();
    }
  }

  /** While no server runs, nothing speaks for what has passed on one, and nothing against it. */
  private boolean canBeLookedAt() {
    boolean made = new DataDirectory(bench.clusters().primary().data()).holdsCluster();
    return !made || !bench.running().isEmpty();
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
    return events.subscribe(listener);
  }

  @Override
  public CompletableFuture<StepState> run(Step step) {
    return thenCheckpoint(step, Attempt.RUN);
  }

  @Override
  public CompletableFuture<StepState> check(Step step) {
    return thenCheckpoint(step, Attempt.CHECK);
  }

  @Override
  public CompletableFuture<StepState> skip(Step step) {
    return thenCheckpoint(step, Attempt.SKIP);
  }

  /** Whoever waits for the step does not wait for the checkpoint, but the next step does. */
  private CompletableFuture<StepState> thenCheckpoint(Step step, Attempt attempt) {
    CompletableFuture<StepState> answer = new CompletableFuture<>();
    steps.execute(() -> {
      try {
        boolean passedBefore = board.of(step).status() == StepState.Status.PASSED;
        StepState state = runner.perform(step, attempt);
        answer.complete(state);
        if (!passedBefore || attempt == Attempt.RUN) {
          checkpoint(state);
        }
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  private void checkpoint(StepState state) {
    if (keepsCheckpoints && state.status() == StepState.Status.PASSED) {
      checkpoints.takeMeanwhile(state.step().id(), Checkpoint.Kind.STEP);
    }
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return checkpoints.all();
  }

  @Override
  public Set<String> damagedCheckpoints() {
    return checkpoints.damaged();
  }

  @Override
  public CompletableFuture<Void> goBack(Checkpoint wanted) {
    return CompletableFuture.runAsync(() -> returnTo(wanted), steps);
  }

  private void returnTo(Checkpoint wanted) {
    sessions.closeAll();
    checkpoints.await();
    Set<String> again =
        new GoingBack(bench, checkpoints, words -> events.note(wanted.step(), words))
            .to(
                wanted,
                passed -> board.restart(memory.stillPassed(passed)).forEach(events::changed));
    lab.steps().stream()
        .filter(step -> again.contains(step.id()))
        .forEach(step -> runner.perform(step, Attempt.RUN));
  }

  @Override
  public List<MovedFolder> movedFolders() {
    return new MovedFolders(bench.workspace()).all();
  }

  @Override
  public CompletableFuture<Void> delete(MovedFolder folder) {
    return CompletableFuture.runAsync(
        () -> new MovedFolders(bench.workspace()).delete(folder.name()), steps);
  }

  @Override
  public CompletableFuture<StepState> reveal(Step step, Help help) {
    return CompletableFuture.supplyAsync(
        () -> {
          StepState now = board.of(step);
          if (now.status() != StepState.Status.PASSED && now.help().compareTo(help) < 0) {
            put(now.with(help, now.skipped()));
            memory.keepHelp(board.of(step));
          }
          return board.of(step);
        },
        notes);
  }

  @Override
  public Optional<Set<Integer>> predicted(Step step, Block.Question question) {
    return memory.predicted(step, question);
  }

  @Override
  public CompletableFuture<Void> predict(Step step, Block.Question question, Set<Integer> chosen) {
    return CompletableFuture.runAsync(
        () -> {
          memory.keepPrediction(step, question, chosen);
          events.tell(LabEvent.Predicted.of(step, question, chosen));
        },
        notes);
  }

  @Override
  public CompletableFuture<Void> opened(Step step) {
    return CompletableFuture.runAsync(() -> memory.keepOpen(step), notes);
  }

  @Override
  public String openBefore() {
    return openBefore;
  }

  @Override
  public CompletableFuture<Void> recheck() {
    return CompletableFuture.runAsync(
        () ->
            board.all().stream()
                .filter(state -> state.status() == StepState.Status.PASSED)
                .forEach(state -> runner.perform(state.step(), Attempt.CHECK)),
        steps);
  }

  /**
   * Looks, without a word, whether somebody has done a step in another way than by its button: such
   * a step passes with its evidence. Call it when something may have changed.
   */
  public CompletableFuture<?> notice() {
    if (!willNotice.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(null);
    }
    return Later.on(
        steps,
        () -> {
          willNotice.set(false);
          noticing.look();
          return true;
        });
  }

  @Override
  public CompletableFuture<Boolean> runAll() {
    return CompletableFuture.supplyAsync(
        () -> {
          try (LeftSessions.Rounds _ = left.begin()) {
            return lab.steps().stream().allMatch(this::passes);
          } finally {
            checkpoints.await();
          }
        },
        steps);
  }

  private boolean passes(Step step) {
    StepState state = board.of(step);
    if (state.status() != StepState.Status.PASSED) {
      state = runner.perform(step, Attempt.RUN);
      checkpoint(state);
    }
    return state.status() == StepState.Status.PASSED;
  }

  @Override
  public CompletableFuture<ProofReport> prove(Consumer<CheckResult> row) {
    bench.askAgain();
    return Later.on(proofs, () -> new ReplicationProof(system()).run(row));
  }

  @Override
  public CompletableFuture<String> apply(
      String name, List<Action> actions, Cancellation cancellation) {
    return CompletableFuture.supplyAsync(() -> runner.carryOut(name, actions, cancellation), steps);
  }

  @Override
  public void cancel() {
    runner.cancel();
  }

  @Override
  public boolean busy() {
    return runner.isBusy();
  }

  private LabSystem system() {
    return bench.system(sessions::isOpen, left);
  }

  private void noticed(StepState state) {
    memory.keep(state);
    put(state);
    checkpoint(state);
  }

  private void put(StepState state) {
    board.put(state).forEach(events::changed);
  }

  /**
   * Ends what runs, saves what was noted, closes the lab's sessions; the servers stay as they are.
   */
  @Override
  public void close() {
    cancel();
    checkpoints.close();
    steps.shutdown();
    proofs.shutdown();
    notes.shutdown();
    sessions.close();
    boolean _ = LastStep.await(steps);
    boolean _ = LastStep.await(notes);
    checkpoints.awaitEnd();
    logbook.close();
  }
}
