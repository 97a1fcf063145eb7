package replicationlab.export;

import java.util.List;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Problem;

/** Finds the slides of which an audience would not see all at once. */
@FunctionalInterface
public interface LayoutCheck {

  /**
   * One problem for each such slide; not on JavaFX's thread, which it needs for the layout.
   *
   * @throws ExportFailed with one sentence that says why the layout could not be checked
   */
  List<Problem> problems(OpenedDeck deck) throws ExportFailed;
}
