package replicationlab.diagram;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import replicationlab.diagram.DiagramState.EdgeLook;
import replicationlab.diagram.DiagramState.GroupLook;
import replicationlab.diagram.DiagramState.Link;
import replicationlab.diagram.DiagramState.NodeLook;

/** Plays a diagram's actions one after another. */
final class StateBuilder {

  private final Diagram diagram;
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Set<String> failed = new LinkedHashSet<>();
  private final Set<String> dimmed = new LinkedHashSet<>();
  private final Set<String> highlighted = new LinkedHashSet<>();
  private final Set<String> flowing = new LinkedHashSet<>();
  private final Map<String, NodeRole> roles = new TreeMap<>();
  private final Map<String, String> labels = new TreeMap<>();
  private final Map<String, String> notes = new TreeMap<>();
  private final Map<String, Link> links = new LinkedHashMap<>();

  StateBuilder(Diagram diagram) {
    this.diagram = diagram;
    for (DiagramNode node : diagram.nodes()) {
      put(hidden, node.name(), node.hidden());
      roles.put(node.name(), node.role());
      labels.put(node.name(), node.label());
      notes.put(node.name(), node.note());
    }
    for (DiagramEdge edge : diagram.edges()) {
      put(hidden, edge.name(), edge.hidden());
      put(flowing, edge.name(), edge.kind().flowsFromStart() && !edge.still());
      labels.put(edge.name(), edge.label());
      links.put(edge.name(), new Link(edge.name(), edge.from(), edge.to()));
    }
    for (DiagramGroup group : diagram.groups()) {
      put(hidden, group.name(), group.hidden());
      roles.put(group.name(), group.role());
      labels.put(group.name(), group.label());
    }
  }

  /** A new step begins: what was stressed is so no longer. */
  void begin() {
    highlighted.clear();
  }

  void apply(Action action) {
    Set<String> all = new LinkedHashSet<>(action.target().nodes());
    all.addAll(action.target().edges());
    all.addAll(action.target().groups());
    switch (action.verb()) {
      case FAIL -> failed.addAll(all);
      case RESTORE -> failed.removeAll(all);
      case PROMOTE -> all.forEach(name -> become(name, NodeRole.PRIMARY, action.text()));
      case DEMOTE -> all.forEach(name -> become(name, NodeRole.STANDBY, action.text()));
      case MOVE -> move(action);
      case SHOW -> hidden.removeAll(all);
      case HIDE -> hidden.addAll(all);
      case DIM -> dimmed.addAll(all);
      case LIGHT -> dimmed.removeAll(all);
      case HIGHLIGHT -> highlighted.addAll(all);
      case FLOW -> flowing.addAll(all);
      case STOP -> flowing.removeAll(all);
      case LABEL -> all.forEach(name -> labels.put(name, action.text()));
      case NOTE -> all.forEach(name -> notes.put(name, action.text()));
    }
  }

  private void become(String name, NodeRole role, String label) {
    roles.put(name, role);
    if (!label.isEmpty()) {
      labels.put(name, label);
    }
  }

  private void move(Action action) {
    for (Link link : Set.copyOf(links.values())) {
      boolean moves = !hidden.contains(link.edge());
      if (action.target().edges().contains(link.edge())
          || (moves && action.target().nodes().contains(link.from()))) {
        links.put(link.edge(), new Link(link.edge(), link.from(), action.destination()));
      } else if (moves && action.target().nodes().contains(link.to())) {
        links.put(link.edge(), new Link(link.edge(), action.destination(), link.to()));
      }
    }
  }

  DiagramState build(String title, String caption) {
    Map<String, NodeLook> nodes = new LinkedHashMap<>();
    for (DiagramNode node : diagram.nodes()) {
      String name = node.name();
      nodes.put(
          name,
          new NodeLook(
              !hidden.contains(name),
              failed.contains(name),
              dimmed.contains(name),
              highlighted.contains(name),
              roles.getOrDefault(name, NodeRole.PLAIN),
              labels.getOrDefault(name, ""),
              notes.getOrDefault(name, "")));
    }
    Map<String, EdgeLook> edges = new LinkedHashMap<>();
    links.forEach((name, link) -> edges.put(name, edge(link)));
    Map<String, GroupLook> groups = new LinkedHashMap<>();
    for (DiagramGroup group : diagram.groups()) {
      String name = group.name();
      groups.put(
          name,
          new GroupLook(
              !hidden.contains(name),
              failed.contains(name),
              dimmed.contains(name),
              highlighted.contains(name),
              roles.getOrDefault(name, NodeRole.PLAIN),
              labels.getOrDefault(name, "")));
    }
    return new DiagramState(title, caption, nodes, edges, groups);
  }

  private EdgeLook edge(Link link) {
    boolean broken =
        failed.contains(link.edge()) || failed.contains(link.from()) || failed.contains(link.to());
    boolean seen =
        !hidden.contains(link.edge())
            && !hidden.contains(link.from())
            && !hidden.contains(link.to());
    return new EdgeLook(
        seen,
        link,
        broken,
        dimmed.contains(link.edge()),
        seen && !broken && flowing.contains(link.edge()),
        highlighted.contains(link.edge()),
        labels.getOrDefault(link.edge(), ""));
  }

  private static void put(Set<String> set, String name, boolean belongs) {
    if (belongs) {
      set.add(name);
    }
  }
}
