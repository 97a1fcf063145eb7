package replicationlab.diagram;

import java.util.List;

/**
 * A diagram as its author wrote it, with what is wrong with it. It is seen at moments: moment 0 is
 * the opening picture, moment <i>n</i> the picture after <i>n</i> steps.
 *
 * @param title the opening picture's name
 * @param caption one sentence on the opening picture; empty when there is none
 * @param columns the grid's width in units
 * @param rows the grid's height in units
 */
public record Diagram(
    String title,
    String caption,
    int columns,
    int rows,
    List<DiagramNode> nodes,
    List<DiagramEdge> edges,
    List<DiagramGroup> groups,
    List<DiagramStep> steps,
    List<DiagramProblem> problems) {

  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    groups = List.copyOf(groups);
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** How many pictures there are: the opening one and one for each step. */
  public int moments() {
    return steps.size() + 1;
  }

  /**
   * What is seen after the first {@code moment} steps; a moment before the opening or after the
   * last step counts as that one.
   */
  public DiagramState stateAt(int moment) {
    int done = Math.clamp(moment, 0, steps.size());
    StateBuilder state = new StateBuilder(this);
    for (DiagramStep step : steps.subList(0, done)) {
      state.begin();
      step.actions().forEach(state::apply);
    }
    return done == 0
        ? state.build(title, caption)
        : state.build(steps.get(done - 1).title(), steps.get(done - 1).caption());
  }
}
