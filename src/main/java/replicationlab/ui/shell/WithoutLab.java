package replicationlab.ui.shell;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.run.PortTakenException;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;

/** What stands in the lab's place while none is open: why that is so, and what to do about it. */
final class WithoutLab {

  private WithoutLab() {}

  /**
   * @param failure why the chosen lab could not be opened; null if none was chosen
   * @param use opens it on other ports
   * @param choose shows all that can be chosen
   */
  static EmptyState because(@Nullable Throwable failure, Consumer<PortPair> use, Runnable choose) {
    if (failure instanceof PortTakenException taken) {
      return new EmptyState(
          Icons.LAB,
          "No lab is open yet. " + taken.getMessage(),
          verb(taken.free()),
          () -> use.accept(taken.free()));
    }
    String why =
        failure == null
            ? "The lab needs a PostgreSQL, a folder, and two ports."
            : DeckJourney.rootOf(failure);
    return new EmptyState(Icons.LAB, "No lab is open yet. " + why, "Choose them…", choose);
  }

  /** What the button says that opens the lab on free ports. */
  static String verb(PortPair free) {
    return "Use " + free.words();
  }
}
