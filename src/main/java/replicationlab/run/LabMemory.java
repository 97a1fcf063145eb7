package replicationlab.run;

import java.util.Set;
import java.util.function.UnaryOperator;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;

/** What a workspace remembers of the lab that is done in it: what passed, with how much help. */
final class LabMemory {

  private final Lab lab;
  private final Workbench bench;
  private final ProgressFile file;

  LabMemory(Lab lab, Workbench bench) {
    this.lab = lab;
    this.bench = bench;
    this.file = new ProgressFile(bench.workspace());
  }

  /** What is remembered of this lab; what is remembered of another is none of ours. */
  synchronized Progress recall() {
    Progress progress = file.load();
    return progress.lab().equals(lab.id()) ? progress : Progress.NONE;
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
            saved.open());
    file.save(change.apply(mine));
  }
}
