package replicationlab.diagram;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is seen at one moment, by names of nodes, edges and groups.
 *
 * @param title the moment's name
 * @param caption one sentence; may be empty
 */
public record DiagramState(
    String title,
    String caption,
    Map<String, NodeLook> nodes,
    Map<String, EdgeLook> edges,
    Map<String, GroupLook> groups) {

  public DiagramState {
    nodes = Map.copyOf(nodes);
    edges = Map.copyOf(edges);
    groups = Map.copyOf(groups);
  }

  /** How a node looks. */
  public record NodeLook(
      boolean visible,
      boolean failed,
      boolean dimmed,
      boolean highlighted,
      NodeRole role,
      String label,
      String note) {}

  /**
   * How an edge looks.
   *
   * @param link what it joins at this moment
   * @param broken one of its ends has failed
   * @param flowing its dots move
   */
  public record EdgeLook(
      boolean visible,
      Link link,
      boolean broken,
      boolean dimmed,
      boolean flowing,
      boolean highlighted,
      String label) {}

  /** How a group's box looks. */
  public record GroupLook(
      boolean visible,
      boolean failed,
      boolean dimmed,
      boolean highlighted,
      NodeRole role,
      String label) {}

  /** An edge with the two nodes that it joins at some moment: {@code move} changes them. */
  public record Link(String edge, String from, String to) {

    // Java links what it would make itself at the first use, which holds up the first slide.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Link(String otherEdge, String start, String end)
          && edge.equals(otherEdge)
          && from.equals(start)
          && to.equals(end);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * edge.hashCode() + from.hashCode()) + to.hashCode();
    }
  }
}
