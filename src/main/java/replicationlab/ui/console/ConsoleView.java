package replicationlab.ui.console;

import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;

/** What the lab runs, line by line, as it happens. */
public final class ConsoleView extends LinesPane {

  /** A view of a console's lines. */
  public ConsoleView(ConsoleViewModel model) {
    super(
        model.lines(),
        new EmptyState(
            Icons.CONSOLE,
            "Nothing has run yet. Run a step of the lab: its commands and everything that they"
                + " print appear here."));
    setId("console");
    model.onNewRun(list()::follow);
    addTool(Buttons.pictured(Icons.CLEAR, "Clear", model::clear));
  }
}
