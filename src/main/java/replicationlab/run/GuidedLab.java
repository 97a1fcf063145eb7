package replicationlab.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.deck.Block;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.process.Cancellation;
import replicationlab.progress.Help;

/**
 * A lab that somebody is doing. Every method returns at once; what takes time runs on the lab's own
 * thread, one thing after another, and is told as {@link LabEvent}s. The window and the command
 * line drive the same one.
 */
public interface GuidedLab {

  /** The lab as its author wrote it. */
  Lab lab();

  /** The major of the chosen PostgreSQL, 9 for 9.6. */
  int major();

  /** Where each step stands now, in the lab's order. */
  List<StepState> states();

  /**
   * What a step will do on the chosen PostgreSQL, told beforehand. Reads files: call it off the FX
   * thread.
   */
  List<Preview> previews(Step step);

  /** Calls {@code listener} with every event from now on, until the subscription is closed. */
  Subscription subscribe(Consumer<LabEvent> listener);

  /** Carries out a step's actions and then its checks; answers with the state that came of it. */
  CompletableFuture<StepState> run(Step step);

  /**
   * Runs from the first step that has not passed; stops at the first that does not pass. Answers
   * whether all passed.
   */
  CompletableFuture<Boolean> runAll();

  /** Carries out a step's checks only: for those who did it some other way. */
  CompletableFuture<StepState> check(Step step);

  /**
   * Goes on without a step: unless it holds already, carries out its actions, because later steps
   * need what it leaves; a pass is then remembered as skipped.
   */
  CompletableFuture<StepState> skip(Step step);

  /**
   * Remembers that so much of a step's help was shown; less than before, or with a step that has
   * passed, changes nothing. Does not wait for what runs.
   */
  CompletableFuture<StepState> reveal(Step step, Help help);

  /**
   * What the person has predicted at a step's question: the indexes of the choices, none if they
   * left it out; empty while it is open.
   */
  Optional<Set<Integer>> predicted(Step step, Block.Question question);

  /** Remembers a prediction, and tells of it. Does not wait for what runs. */
  CompletableFuture<Void> predict(Step step, Block.Question question, Set<Integer> chosen);

  /** Remembers which step is open. */
  CompletableFuture<Void> opened(Step step);

  /** The step that was open when the program ended last; empty when none was. */
  String openBefore();

  /**
   * Carries out the checks of every step that has passed, so that what no longer holds is done
   * again.
   */
  CompletableFuture<Void> recheck();

  /**
   * The states that one can go back to, the oldest first. Reads files: call it off the FX thread.
   */
  List<Checkpoint> checkpoints();

  /**
   * The numbers of those that are damaged and cannot be gone back to; of some of them nothing else
   * is known. Reads files: call it off the FX thread.
   */
  Set<String> damagedCheckpoints();

  /**
   * Goes back to a checkpoint: its files, its servers, its progress. What there is now is kept as a
   * checkpoint of its own.
   */
  CompletableFuture<Void> goBack(Checkpoint checkpoint);

  /**
   * The folders that were moved out of the way, the oldest first. Reads files: call it off the FX
   * thread.
   */
  List<MovedFolder> movedFolders();

  /** Deletes one of them for good, unless a server runs in it. */
  CompletableFuture<Void> delete(MovedFolder folder);

  /** The proof, row by row; the listener gets each row as soon as it is known. */
  CompletableFuture<ProofReport> prove(Consumer<CheckResult> row);

  /**
   * Carries out what heals a mistake, as a check's result has it, and tells of it as of a step
   * without a name. Answers with what went wrong first; empty if all was done. {@link #cancel} ends
   * it.
   */
  default CompletableFuture<String> apply(List<Action> remedy) {
    return apply("", remedy, new Cancellation());
  }

  /**
   * The same under a name of its own, by which what it tells can be known.
   *
   * @param name such as {@link SlideRun#NAME}; no step's
   * @param cancellation ends it before or while it runs, and nothing else; {@link #cancel} ends it
   *     while it runs
   */
  CompletableFuture<String> apply(String name, List<Action> actions, Cancellation cancellation);

  /** Ends what runs now; the step becomes failed with "cancelled". */
  void cancel();

  /** Whether something runs now. */
  boolean busy();

  /** Ends a listener's subscription; closing twice is the same as once. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
