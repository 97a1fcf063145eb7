package replicationlab.run;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

/** Tells the program's log what a lab does; its events hold no passwords. */
public final class RunLog {

  private static final System.Logger LOG = System.getLogger(RunLog.class.getName());

  /** Notes one event. */
  public void accept(LabEvent event) {
    switch (event) {
      case LabEvent.StepChanged(String step, StepState state) ->
          LOG.log(INFO, () -> step + ": " + state.status());
      case LabEvent.ActionStarted(String step, String shown) ->
          LOG.log(INFO, () -> step + ": $ " + shown);
      case LabEvent.ActionEnded(String step, String outcome, boolean _) ->
          LOG.log(INFO, () -> step + ": " + outcome);
      case LabEvent.Note(String step, String text) -> LOG.log(INFO, () -> step + ": " + text);
      case LabEvent.Predicted(String step, String asked, var chosen, boolean _) ->
          LOG.log(INFO, () -> step + ": " + asked + " " + chosen);
      case LabEvent.Output(String step, var line) ->
          LOG.log(DEBUG, () -> step + ": | " + line.text());
    }
  }
}
