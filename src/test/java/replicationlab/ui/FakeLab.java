package replicationlab.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.deck.Block;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.policy.LessonPolicy;
import replicationlab.policy.WorkspacePaths;
import replicationlab.process.Cancellation;
import replicationlab.process.OutputLine;
import replicationlab.progress.Help;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;
import replicationlab.run.Preview;
import replicationlab.run.SlideRun;
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
  private Help help = Help.NONE;
  private boolean skipping;
  private String open = "";
  private List<Checkpoint> checkpoints = List.of();
  private Set<String> damaged = Set.of();
  private List<MovedFolder> moved = List.of();
  private String wentBackTo = "";

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
              i < done ? 1_300 : 0,
              i < done ? Help.DONE : Help.NONE,
              false));
    }
  }

  /** Ends the run that {@link #run} began. */
  public void end(Status status, String message, List<CheckResult> evidence) {
    StepState now = set(runningIndex, status, message, evidence, 1_300, help, skipping);
    if (status == Status.PASSED && runningIndex + 1 < states.size()) {
      set(
          runningIndex + 1,
          Status.READY,
          "",
          List.of(),
          0,
          states.get(runningIndex + 1).help(),
          false);
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

  private final List<Action> applied = new ArrayList<>();
  private boolean holding;
  private String heldName = "";
  private CompletableFuture<String> held = new CompletableFuture<>();
  private String remedyComplaint = "";

  /** What comes of every remedy from now on; empty if it goes through. */
  public void refuseRemedies(String complaint) {
    remedyComplaint = complaint;
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
    return begin(step, Help.DONE, false);
  }

  private CompletableFuture<StepState> begin(Step step, Help given, boolean skipped) {
    CompletableFuture<StepState> future = new CompletableFuture<>();
    running = future;
    runningIndex = lab.steps().indexOf(step);
    help = given.and(states.get(runningIndex).help());
    skipping = skipped;
    set(runningIndex, Status.RUNNING, "", List.of(), 0, states.get(runningIndex).help(), false);
    return future;
  }

  @Override
  public CompletableFuture<Void> recheck() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Boolean> runAll() {
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).status() != Status.PASSED) {
        set(i, Status.RUNNING, "", List.of(), 0, states.get(i).help(), false);
        set(i, Status.PASSED, "", List.of(SampleLab.passed()), 900, Help.DONE, false);
      }
    }
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletableFuture<StepState> check(Step step) {
    return begin(step, Help.NONE, false);
  }

  @Override
  public CompletableFuture<StepState> skip(Step step) {
    return begin(step, Help.NONE, true);
  }

  @Override
  public CompletableFuture<StepState> reveal(Step step, Help shown) {
    int index = lab.steps().indexOf(step);
    StepState now = states.get(index);
    if (now.status() == Status.PASSED || now.help().compareTo(shown) >= 0) {
      return CompletableFuture.completedFuture(now);
    }
    return CompletableFuture.completedFuture(
        set(index, now.status(), now.message(), now.evidence(), now.millis(), shown, false));
  }

  private final Map<String, Set<Integer>> predictions = new HashMap<>();

  @Override
  public Optional<Set<Integer>> predicted(Step step, Block.Question question) {
    return Optional.ofNullable(predictions.get(step.id()));
  }

  @Override
  public CompletableFuture<Void> predict(Step step, Block.Question question, Set<Integer> chosen) {
    predictions.put(step.id(), chosen);
    return CompletableFuture.completedFuture(null);
  }

  /** The last prediction of each step. */
  public Map<String, Set<Integer>> predictions() {
    return Map.copyOf(predictions);
  }

  @Override
  public CompletableFuture<Void> opened(Step step) {
    open = step.id();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public String openBefore() {
    return open;
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  @Override
  public Set<String> damagedCheckpoints() {
    return damaged;
  }

  @Override
  public CompletableFuture<Void> goBack(Checkpoint checkpoint) {
    wentBackTo = checkpoint.step();
    return CompletableFuture.completedFuture(null);
  }

  /** Where {@link #goBack} was told to go last; empty before. */
  public String wentBackTo() {
    return wentBackTo;
  }

  @Override
  public List<MovedFolder> movedFolders() {
    return moved;
  }

  @Override
  public CompletableFuture<Void> delete(MovedFolder folder) {
    moved = moved.stream().filter(each -> !each.equals(folder)).toList();
    return CompletableFuture.completedFuture(null);
  }

  /** Lets folders have been moved out of the way. */
  public void moved(MovedFolder... folders) {
    moved = List.of(folders);
  }

  /** Lets checkpoints be damaged. */
  public void damage(String... numbers) {
    damaged = Set.of(numbers);
  }

  /** Lets there be checkpoints. */
  public void keep(Checkpoint... kept) {
    checkpoints = List.of(kept);
  }

  @Override
  public CompletableFuture<ProofReport> prove(Consumer<CheckResult> row) {
    return CompletableFuture.failedFuture(new IllegalStateException("no servers"));
  }

  @Override
  public CompletableFuture<String> apply(
      String name, List<Action> actions, Cancellation cancellation) {
    applied.addAll(actions);
    if (!holding) {
      return CompletableFuture.completedFuture(remedyComplaint);
    }
    heldName = name;
    held = new CompletableFuture<>();
    tell(new LabEvent.ActionStarted(name, actions.getFirst().text()));
    return held;
  }

  /** From now on {@link #apply} tells what it begins, and ends when told to. */
  public FakeLab holding() {
    holding = true;
    return this;
  }

  /** Lets what is held print lines. */
  public FakeLab prints(String... lines) {
    for (String line : lines) {
      tell(new LabEvent.Output(heldName, new OutputLine(OutputLine.Stream.OUT, line)));
    }
    return this;
  }

  /** Lets what is held print lines to the stream for errors. */
  public FakeLab complains(String... lines) {
    for (String line : lines) {
      tell(new LabEvent.Output(heldName, new OutputLine(OutputLine.Stream.ERR, line)));
    }
    return this;
  }

  /** Ends what is held. */
  public void endApplied() {
    // What follows may hold something new at once.
    CompletableFuture<String> ended = held;
    tell(new LabEvent.ActionEnded(heldName, "exit code 0", true));
    ended.complete("");
  }

  private void tell(LabEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  /** What has been applied, in order. */
  public List<Action> applied() {
    return List.copyOf(applied);
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
      int index,
      Status status,
      String message,
      List<CheckResult> evidence,
      long millis,
      Help given,
      boolean skipped) {
    StepState state =
        new StepState(
            lab.steps().get(index), status, "", evidence, message, millis, given, skipped);
    states.set(index, state);
    listeners.forEach(
        listener -> listener.accept(new LabEvent.StepChanged(state.step().id(), state)));
    return state;
  }

  /** What runs a slide's code here: on the course's ports, and agreed to. */
  public SlideRun slideRun() {
    WorkspacePaths paths =
        new WorkspacePaths(
            Path.of("workspace").toAbsolutePath(), Path.of("share").toAbsolutePath());
    return new SlideRun(
        this, new LessonPolicy(paths, Set.of(5432, 5433)), text -> text, () -> true);
  }
}
