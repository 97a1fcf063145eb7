package replicationlab.diagram;

import java.util.List;

/**
 * What happens at one moment.
 *
 * @param caption one sentence that says what is seen; empty when the author wrote none
 * @param line in the file, counted from 1
 */
public record DiagramStep(String title, String caption, List<Action> actions, int line) {

  public DiagramStep {
    actions = List.copyOf(actions);
  }
}
