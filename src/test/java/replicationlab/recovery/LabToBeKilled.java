package replicationlab.recovery;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;

/** A program that does a lab up to a step and says when that step's first action begins. */
final class LabToBeKilled {

  /** What it says then. */
  static final String BEGUN = "begun";

  private LabToBeKilled() {}

  /** Arguments: workspace, PostgreSQL, ports, step. Never ends by itself. */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    TestLab lab = TestLab.opened(folder, arguments[1], PortPair.parse(arguments[2]));
    lab.run.subscribe(event -> {
      if (event instanceof LabEvent.ActionStarted && event.stepId().equals(arguments[3])) {
        System.out.println(BEGUN);
      }
    });
    for (Step step : lab.lab.steps()) {
      boolean passed =
          lab.run.states().stream()
              .anyMatch(state -> state.step().equals(step) && state.status() == Status.PASSED);
      if (!passed) {
        lab.run.run(step).join();
      }
      if (step.id().equals(arguments[3])) {
        break;
      }
    }
    new CountDownLatch(1).await();
  }
}
