package replicationlab.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import replicationlab.diagram.Diagram;
import replicationlab.diagram.DiagramEdge;
import replicationlab.diagram.DiagramState;
import replicationlab.diagram.DiagramState.EdgeLook;
import replicationlab.diagram.DiagramState.NodeLook;

/** A moment of a diagram in words, for those who do not see it. */
final class Summary {

  private Summary() {}

  static String of(Diagram diagram, int moment) {
    DiagramState state = diagram.stateAt(moment);
    List<String> sentences = new ArrayList<>();
    sentences.add("Diagram: " + state.title());
    if (!state.caption().isEmpty()) {
      sentences.add(state.caption().replaceAll("\\.$", ""));
    }
    for (DiagramEdge edge : diagram.edges()) {
      EdgeLook look = state.edges().get(edge.name());
      if (look != null && look.visible()) {
        sentences.add(edge(look, edge.both(), state.nodes()));
      }
    }
    String failed =
        state.nodes().values().stream()
            .filter(look -> look.visible() && look.failed())
            .map(look -> plain(look.label()))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!failed.isEmpty()) {
      sentences.add("Failed: " + failed);
    }
    sentences.add("Step " + moment + " of " + diagram.steps().size());
    return String.join(". ", sentences) + ".";
  }

  private static String edge(EdgeLook look, boolean both, Map<String, NodeLook> nodes) {
    String joins =
        name(look.link().from(), nodes)
            + (both ? " to and from " : " to ")
            + name(look.link().to(), nodes);
    String label = look.label().isEmpty() ? joins : joins + ": " + plain(look.label());
    return look.broken() ? label + " (broken)" : label;
  }

  private static String name(String node, Map<String, NodeLook> nodes) {
    NodeLook look = nodes.get(node);
    return look == null || look.label().isEmpty() ? node : plain(look.label());
  }

  private static String plain(String label) {
    return label.replace('\n', ' ');
  }
}
