package replicationlab.ui.lab;

import org.jspecify.annotations.Nullable;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;

/** Remembers which step is open, for the next start; each only once. */
final class OpenStepMemory {

  private final GuidedLab lab;
  private String remembered;

  OpenStepMemory(GuidedLab lab) {
    this.lab = lab;
    this.remembered = lab.openBefore();
  }

  /** Somebody has opened a step. */
  void opened(@Nullable StepState open) {
    if (open != null && !open.step().id().equals(remembered)) {
      remembered = open.step().id();
      var _ = lab.opened(open.step());
    }
  }

  /**
   * The step that is open without anybody having opened it is where the person is from when
   * something came of it: once it has passed, the next start would open the next.
   */
  void changed(LabEvent.StepChanged changed, @Nullable StepState open) {
    if (open != null && open.step().id().equals(changed.stepId())) {
      opened(open);
    }
  }
}
