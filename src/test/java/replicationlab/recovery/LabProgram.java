package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.Path;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;

/**
 * A program that does a lab up to a step, says when that step's first action begins, and how the
 * step ended; it goes when nobody listens to it any more. The servers run on.
 */
final class LabProgram {

  /** What it says when the step's first action begins. */
  static final String BEGUN = "begun";

  /** What it says before the step's status, when that is known. */
  static final String ENDED = "ended: ";

  private LabProgram() {}

  /** Arguments: workspace, PostgreSQL, ports, step. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String wanted = arguments[3];
    try (WorkspaceLock _ = WorkspaceLock.take(Workspace.open(folder))) {
      TestLab lab = TestLab.opened(folder, arguments[1], PortPair.parse(arguments[2]));
      lab.run.subscribe(event -> {
        if (event instanceof LabEvent.ActionStarted && event.stepId().equals(wanted)) {
          System.out.println(BEGUN);
        }
      });
      for (Step step : lab.lab.steps()) {
        StepState state = lab.run.states().get(lab.lab.steps().indexOf(step));
        if (state.status() != Status.PASSED) {
          state = lab.run.run(step).join();
        }
        if (step.id().equals(wanted)) {
          System.out.println(ENDED + state.status() + " " + state.message());
          break;
        }
      }
      int nobodyListens = System.in.read();
      assert nobodyListens < 0;
      lab.run.close();
    }
  }
}
