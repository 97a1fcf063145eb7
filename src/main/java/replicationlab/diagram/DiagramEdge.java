package replicationlab.diagram;

import java.util.List;
import java.util.Optional;

/**
 * An edge as its author wrote it.
 *
 * @param name what steps call it: the author's {@code as name}, else {@code a->b}
 * @param both whether it has an arrow at either end
 * @param leaves the side on which it leaves {@code from}, where the author chose one
 * @param enters the side on which it enters {@code to}, where the author chose one
 * @param via corners that the author chose; empty when it is routed by itself
 * @param labelSide the side of the line on which the label goes, where the author chose one
 * @param labelAt the label's centre, where the author chose it
 * @param hidden not shown until a step says so
 * @param line in the file, counted from 1
 */
public record DiagramEdge(
    String name,
    String from,
    String to,
    EdgeKind kind,
    boolean both,
    String label,
    Optional<Side> leaves,
    Optional<Side> enters,
    List<Point> via,
    Optional<Side> labelSide,
    Optional<Point> labelAt,
    boolean hidden,
    boolean still,
    int line) {

  public DiagramEdge {
    via = List.copyOf(via);
  }
}
