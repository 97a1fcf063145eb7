package replicationlab.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;
import replicationlab.lab.Lab;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;

/** Prints a lab's events as they come: the same that the window shows. */
final class EventPrinter implements Consumer<LabEvent> {

  private final Lab lab;
  private final PrintWriter out;
  private final boolean silent;

  EventPrinter(Lab lab, PrintWriter out, boolean silent) {
    this.lab = lab;
    this.out = out;
    this.silent = silent;
  }

  @Override
  public void accept(LabEvent event) {
    if (silent) {
      return;
    }
    switch (event) {
      case LabEvent.StepChanged changed -> step(changed.state());
      case LabEvent.ActionStarted started -> out.println("  $ " + started.shown());
      case LabEvent.Output output -> out.println("    " + output.line().text());
      case LabEvent.ActionEnded ended -> {
        if (!ended.asExpected()) {
          out.println("    -> " + ended.outcome());
        }
      }
      case LabEvent.Predicted _ -> {
        // Nobody is asked here.
      }
      case LabEvent.Note note -> out.println("  (" + note.text() + ")");
    }
    out.flush();
  }

  private void step(StepState state) {
    switch (state.status()) {
      case RUNNING -> out.println("\n" + lab.placeOf(state.step().id()));
      case PASSED -> out.println("  passed in " + state.millis() + " ms");
      case FAILED, UNDETERMINED -> {
        out.println(
            "  " + (state.status() == StepState.Status.FAILED ? "FAILED" : "could not check"));
        state.evidence().stream()
            .filter(result -> result.verdict() != Verdict.PASSED)
            .forEach(this::evidence);
      }
      case WAITING, READY -> {
        // Nothing to tell until it runs.
      }
    }
  }

  private void evidence(CheckResult result) {
    out.println("    " + result.question() + " " + result.verdict().words());
    out.println("      cause:  " + result.cause());
    out.println("      remedy: " + result.remedy());
  }
}
