package replicationlab.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the nodes, edges and groups of a diagram, and checks them against each other. */
final class PartReader {

  /** No slide has room for more, and each is compared with each. */
  private static final int MOST = 500;

  private final List<DiagramProblem> problems;
  private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();
  private final Map<String, DiagramGroup> groups = new LinkedHashMap<>();
  private final List<DiagramEdge> edges = new ArrayList<>();

  PartReader(List<DiagramProblem> problems) {
    this.problems = problems;
  }

  List<DiagramNode> nodes() {
    return List.copyOf(nodes.values());
  }

  List<DiagramEdge> edges() {
    return edges;
  }

  List<DiagramGroup> groups() {
    return List.copyOf(groups.values());
  }

  void node(Words words) {
    if (isFull(nodes.size(), words, "nodes")) {
      return;
    }
    Optional<String> name = words.word();
    if (name.isEmpty()) {
      problem(words.line(), "a node needs a name: node NAME KIND at X,Y \"Label\"");
      return;
    }
    NodeReader reader = new NodeReader(name.get(), words.line(), problems);
    reader.read(words);
    reader.node().filter(node -> isNew(node.name(), node.line())).ifPresent(this::add);
  }

  private void add(DiagramNode node) {
    nodes.put(node.name(), node);
  }

  /** What is left out is told by each of its lines. */
  private boolean isFull(int size, Words words, String what) {
    if (size >= MOST) {
      problem(
          words.line(),
          "a diagram has at most " + MOST + " " + what + "; divide it into several diagrams");
    }
    return size >= MOST;
  }

  void edge(Words words) {
    if (isFull(edges.size(), words, "edges")) {
      return;
    }
    EdgeReader.read(words, problems).ifPresent(edges::add);
  }

  void group(Words words) {
    GroupReader.read(words, problems)
        .filter(group -> isNew(group.name(), group.line()))
        .ifPresent(group -> groups.put(group.name(), group));
  }

  private boolean isNew(String name, int line) {
    int before =
        nodes.containsKey(name)
            ? nodes.get(name).line()
            : groups.containsKey(name) ? groups.get(name).line() : 0;
    if (before > 0) {
      problem(line, "the name \"" + name + "\" is taken by line " + before + "; choose another");
    }
    return before == 0;
  }

  /** Checks what can only be checked when all is read. */
  void finish(int columns, int rows) {
    Box grid = new Box(0, 0, columns, rows);
    nodes.replaceAll((name, node) -> inside(grid, node));
    List<DiagramNode> placed = nodes();
    for (int i = 0; i < placed.size(); i++) {
      for (DiagramNode other : placed.subList(i + 1, placed.size())) {
        if (placed.get(i).box().overlaps(other.box())) {
          String message = "node \"" + other.name() + "\" overlaps \"" + placed.get(i).name();
          problem(other.line(), message + "\"; move one of them");
        }
      }
    }
    edges.removeIf(edge -> !isNode(edge.from(), edge.line()));
    edges.removeIf(edge -> !isNode(edge.to(), edge.line()));
    edges.removeIf(this::joinsItself);
    Map<String, DiagramEdge> named = new LinkedHashMap<>();
    for (DiagramEdge edge : edges) {
      DiagramEdge before = named.putIfAbsent(edge.name(), edge);
      if (before != null) {
        String message = "edge \"" + edge.name() + "\" is already on line " + before.line();
        problem(edge.line(), message + "; give one of them a name with \"as NAME\"");
      }
    }
    edges.clear();
    edges.addAll(named.values());
    groups.replaceAll((name, group) -> known(group));
    groups.values().removeIf(group -> group.members().isEmpty());
  }

  private DiagramNode inside(Box grid, DiagramNode node) {
    if (grid.contains(node.box())) {
      return node;
    }
    problem(
        node.line(),
        "node \"%s\" is off the grid of %.0fx%.0f"
            .formatted(node.name(), grid.width(), grid.height()));
    Box box = node.box();
    double x = Math.max(0, Math.min(box.left(), grid.width() - box.width()));
    double y = Math.max(0, Math.min(box.top(), grid.height() - box.height()));
    Box moved =
        new Box(x, y, Math.min(box.width(), grid.width()), Math.min(box.height(), grid.height()));
    return new DiagramNode(
        node.name(),
        node.kind(),
        moved,
        node.label(),
        node.note(),
        node.role(),
        node.bind(),
        node.hidden(),
        node.line());
  }

  private boolean isNode(String name, int line) {
    if (!nodes.containsKey(name)) {
      problem(line, "unknown node \"" + name + "\"");
    }
    return nodes.containsKey(name);
  }

  private boolean joinsItself(DiagramEdge edge) {
    if (edge.from().equals(edge.to())) {
      problem(edge.line(), "an edge joins two different nodes");
    }
    return edge.from().equals(edge.to());
  }

  private DiagramGroup known(DiagramGroup group) {
    List<String> members = new ArrayList<>();
    for (String member : group.members()) {
      boolean earlier = groups.containsKey(member) && groups.get(member).line() < group.line();
      if (nodes.containsKey(member) || earlier) {
        members.add(member);
      } else {
        problem(group.line(), "unknown node \"" + member + "\" in group \"" + group.name() + "\"");
      }
    }
    return new DiagramGroup(
        group.name(),
        group.label(),
        members,
        group.role(),
        group.bind(),
        group.hidden(),
        group.line());
  }

  private void problem(int line, String message) {
    problems.add(new DiagramProblem(line, message));
  }
}
