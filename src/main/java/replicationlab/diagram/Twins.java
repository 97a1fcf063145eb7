package replicationlab.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Edges that join the same nodes and are never seen together, such as "not mounted" and "reads and
 * writes": they share one place, so that nothing jumps when one takes over from the other.
 */
final class Twins {

  private final Diagram diagram;
  private final Map<String, String> firsts = new HashMap<>();

  Twins(Diagram diagram) {
    this.diagram = diagram;
    for (DiagramEdge edge : diagram.edges()) {
      String first =
          diagram.edges().stream()
              .takeWhile(before -> !before.name().equals(edge.name()))
              .filter(before -> samePlace(before, edge) && neverTogether(before, edge))
              .map(before -> first(before.name()))
              .findFirst()
              .orElse(edge.name());
      firsts.put(edge.name(), first);
    }
  }

  /** The first of the edges that share a place with this one; mostly itself. */
  String first(String edge) {
    return firsts.getOrDefault(edge, edge);
  }

  private static boolean samePlace(DiagramEdge one, DiagramEdge other) {
    boolean along = one.from().equals(other.from()) && one.to().equals(other.to());
    boolean back = one.from().equals(other.to()) && one.to().equals(other.from());
    return one.via().isEmpty()
        && other.via().isEmpty()
        && ((along && one.leaves().equals(other.leaves()) && one.enters().equals(other.enters()))
            || (back
                && one.leaves().equals(other.enters())
                && one.enters().equals(other.leaves())));
  }

  private boolean neverTogether(DiagramEdge one, DiagramEdge other) {
    return IntStream.range(0, diagram.moments())
        .mapToObj(moment -> diagram.stateAt(moment).edges())
        .noneMatch(looks ->
            Stream.of(one, other)
                .map(edge -> looks.get(edge.name()))
                .allMatch(look -> look != null && look.visible()));
  }
}
