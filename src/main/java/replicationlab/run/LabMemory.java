package replicationlab.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import replicationlab.deck.Block;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;

/** What a workspace remembers of the lab that is done in it: what passed, with how much help. */
final class LabMemory {

  private final Lab lab;
  private final Workbench bench;
  private final ProgressFile file;
  private final boolean wasParked;
  private final Map<String, List<Integer>> predictions;

  LabMemory(Lab lab, Workbench bench) {
    this.lab = lab;
    this.bench = bench;
    this.file = new ProgressFile(bench.workspace());
    this.wasParked = !recall().lab().equals(file.load().lab());
    this.predictions = new ConcurrentHashMap<>(recall().predictions());
  }

  /** What is remembered of this lab, though another may have been done here since. */
  synchronized Progress recall() {
    return file.of(lab.id());
  }

  /** Whether another lab was done here since: what had passed may hold no longer. */
  boolean wasParked() {
    return wasParked;
  }

  /** Those of the passed steps that still are: a backup can have gone meanwhile. */
  Set<String> stillPassed(Set<String> passed) {
    return new BackupSteps(lab, bench).stillPassed(passed);
  }

  /** Remembers where a step stands. */
  void keep(StepState state) {
    String step = state.step().id();
    update(now ->
        now.withHelp(step, now.helpWith(step).and(state.help()), state.skipped())
            .withStep(step, state.status() == StepState.Status.PASSED));
  }

  /** Remembers that the lab has helped with a step. */
  void keepHelp(StepState state) {
    update(now -> now.withHelp(state.step().id(), state.help(), state.skipped()));
  }

  /** Remembers which step is open. */
  void keepOpen(Step step) {
    update(now -> now.at(step.id()));
  }

  /** What was answered to a question of a step; empty while nothing was. */
  Optional<Set<Integer>> predicted(Step step, Block.Question question) {
    return Optional.ofNullable(predictions.get(name(step, question))).map(Set::copyOf);
  }

  /** Remembers what was answered. It is the person's: nothing but a Reset takes it back. */
  void keepPrediction(Step step, Block.Question question, Set<Integer> chosen) {
    List<Integer> numbers = chosen.stream().sorted().toList();
    predictions.put(name(step, question), numbers);
    update(now -> now.withPrediction(name(step, question), numbers));
  }

  private static String name(Step step, Block.Question question) {
    return step.id() + " " + question.mark();
  }

  private synchronized void update(UnaryOperator<Progress> change) {
    Progress saved = recall();
    Progress mine =
        new Progress(
            lab.id(),
            bench.clusters().installation().bin().toString(),
            bench.clusters().primary().port(),
            bench.clusters().standby().port(),
            saved.passed(),
            saved.help(),
            saved.skipped(),
            saved.open(),
            saved.predictions());
    file.save(change.apply(mine));
  }
}
