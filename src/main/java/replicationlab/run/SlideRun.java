package replicationlab.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import replicationlab.lab.Action;
import replicationlab.policy.LessonPolicy;
import replicationlab.policy.RefusedException;
import replicationlab.process.Cancellation;

/**
 * Runs a slide's code in the lab that is open. It goes through the lab, one action after another
 * and after whatever runs there: under the same policy, with the same sessions, told in the same
 * console and evidence. Unlike a step it goes on after a command that failed, as a person does who
 * types one line after another.
 */
public final class SlideRun {

  /** The name under which the lab tells of what a slide has run. */
  public static final String NAME = "slide";

  private final GuidedLab lab;
  private final LessonPolicy policy;
  private final UnaryOperator<String> wording;
  private final BooleanSupplier agreed;

  /**
   * @param wording puts the lab's own ports and folders in the place of the course's
   * @param agreed whether the person has agreed to run the lesson
   */
  public SlideRun(
      GuidedLab lab, LessonPolicy policy, UnaryOperator<String> wording, BooleanSupplier agreed) {
    this.lab = lab;
    this.policy = policy;
    this.wording = wording;
    this.agreed = agreed;
  }

  /** On a workbench, for the lab that is agreed to there. */
  public static SlideRun on(Workbench bench, GuidedLab lab) {
    return new SlideRun(
        lab,
        bench.policy(),
        bench.wording()::of,
        () -> bench.agreements().cover(lab.lab(), lab.major()));
  }

  /** Why none of this would be run; empty if it would. */
  public String refusal(List<Action> actions) {
    if (!agreed.getAsBoolean()) {
      return "This lesson runs nothing before you have seen what it would run and agreed to it.";
    }
    try {
      actions.forEach(action -> policy.require(action, wording.apply(action.text())));
      return "";
    } catch (RefusedException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Whether it has to wait for something else that runs in the lab. */
  public boolean waits() {
    return lab.busy();
  }

  /**
   * Runs them, unless {@link #refusal} has a reason; completes when all have ended or {@code
   * cancellation} has ended them.
   *
   * @param live gets what the lab tells of them, on the lab's thread
   */
  public CompletableFuture<?> run(
      List<Action> actions, Consumer<LabEvent> live, Cancellation cancellation) {
    String refusal = refusal(actions);
    if (!refusal.isEmpty()) {
      return CompletableFuture.failedFuture(new RefusedException(refusal));
    }
    GuidedLab.Subscription ours =
        lab.subscribe(event -> {
          if (event.stepId().equals(NAME)) {
            live.accept(event);
          }
        });
    CompletableFuture<?> all = CompletableFuture.completedFuture("");
    for (Action action : actions) {
      all = all.thenCompose(before -> one(action, cancellation));
    }
    return all.whenComplete((words, failure) -> ours.close());
  }

  private CompletableFuture<String> one(Action action, Cancellation cancellation) {
    return cancellation.isCancelled()
        ? CompletableFuture.completedFuture("")
        : lab.apply(NAME, List.of(action), cancellation);
  }
}
