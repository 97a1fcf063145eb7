package replicationlab.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import replicationlab.diagram.DiagramState.EdgeLook;
import replicationlab.diagram.DiagramState.Link;
import replicationlab.diagram.DiagramState.NodeLook;
import replicationlab.diagram.NodeKind.Shape;

/** Finds what a designer would object to in a diagram at one moment: its faults, in words. */
final class Checker {

  private static final double ROW_GLYPH = 0.65;
  private static final double PADDING = 0.22;

  private final Diagram diagram;
  private final Layout layout;
  private final DiagramState state;
  private final Box grid;
  private final List<String> faults = new ArrayList<>();

  private Checker(Diagram diagram, int moment) {
    this.diagram = diagram;
    layout = Layout.of(diagram);
    state = diagram.stateAt(moment);
    grid = new Box(0, 0, diagram.columns(), diagram.rows());
  }

  static List<String> faults(Diagram diagram, int moment) {
    Checker checker = new Checker(diagram, moment);
    checker.nodes();
    checker.words();
    checker.groups();
    checker.lines();
    checker.labels();
    checker.caption();
    return checker.faults;
  }

  private List<DiagramNode> seen() {
    return diagram.nodes().stream().filter(node -> look(node).visible()).toList();
  }

  private NodeLook look(DiagramNode node) {
    return Optional.ofNullable(state.nodes().get(node.name())).orElseThrow();
  }

  private Map<Link, Route> routes() {
    Map<Link, Route> routes = new java.util.LinkedHashMap<>();
    for (EdgeLook look : state.edges().values()) {
      if (look.visible()) {
        routes.put(look.link(), layout.route(look.link()).orElseThrow());
      }
    }
    return routes;
  }

  private void nodes() {
    List<DiagramNode> nodes = seen();
    for (int i = 0; i < nodes.size(); i++) {
      require(grid.contains(nodes.get(i).box()), nodes.get(i).name() + " is off the grid");
      for (DiagramNode other : nodes.subList(i + 1, nodes.size())) {
        require(
            !nodes.get(i).box().overlaps(other.box()),
            nodes.get(i).name() + " overlaps " + other.name());
      }
    }
  }

  /** The words fit into their nodes. */
  private void words() {
    for (DiagramNode node : seen()) {
      Shape shape = node.kind().shape();
      double room = node.box().width() - PADDING - (shape == Shape.ROW ? ROW_GLYPH : 0);
      NodeLook look = look(node);
      double label = TextSize.width(look.label(), TextSize.LABEL, shape != Shape.TEXT);
      require(label <= room, "label of " + node.name() + " is too wide");
      double note = TextSize.width(look.note(), TextSize.NOTE, false);
      require(note <= room, "note of " + node.name() + " is too wide");
      double high =
          TextSize.height(look.label(), TextSize.LABEL)
              + TextSize.height(look.note(), TextSize.NOTE)
              + (shape == Shape.CARD ? 0.9 : shape == Shape.BARE ? 0.9 : 0);
      require(high <= node.box().height(), "words of " + node.name() + " are too high");
    }
  }

  private void groups() {
    for (DiagramGroup group : diagram.groups()) {
      Box box = layout.group(group);
      require(grid.contains(box), "group " + group.name() + " is off the grid");
      Box caption = layout.groupCaption(group);
      require(box.contains(caption), "caption of group " + group.name() + " is too long");
      for (DiagramNode node : seen()) {
        require(!node.box().overlaps(caption), node.name() + " covers a caption");
        boolean outside = !isIn(node.name(), group) && node.box().overlaps(box);
        require(!outside, node.name() + " stands in group " + group.name());
      }
      routes()
          .forEach((link, route) ->
              require(
                  route.ink(both(link)).stream().noneMatch(caption::overlaps),
                  link + " crosses the caption of " + group.name()));
    }
  }

  private boolean isIn(String node, DiagramGroup group) {
    return group.members().contains(node)
        || diagram.groups().stream()
            .anyMatch(inner -> group.members().contains(inner.name()) && isIn(node, inner));
  }

  private void lines() {
    routes()
        .forEach((link, route) -> {
          for (Box ink : route.ink(both(link))) {
            require(grid.contains(ink), link + " leaves the grid");
            for (DiagramNode node : seen()) {
              boolean joins = node.name().equals(link.from()) || node.name().equals(link.to());
              // A line ends at the border of what it joins, so it may touch but not enter.
              Box box = joins ? node.box().grow(-0.05) : node.box();
              require(!ink.overlaps(box), link + " passes through " + node.name());
            }
          }
          require(
              route.pieces().getLast().length() >= Route.HEAD, link + " has no room for its head");
        });
  }

  private void labels() {
    Map<Link, Route> routes = routes();
    List<Link> done = new ArrayList<>();
    for (Link link : routes.keySet()) {
      Optional<Box> label = layout.label(link).map(Layout.Label::box);
      boolean named =
          !Optional.ofNullable(state.edges().get(link.edge())).orElseThrow().label().isEmpty();
      require(!named || label.isPresent(), link + " lost its label");
      if (label.isEmpty()) {
        continue;
      }
      Box box = label.get();
      require(grid.contains(box), "label of " + link + " is off the grid");
      seen()
          .forEach(node ->
              require(!node.box().overlaps(box), "label of " + link + " covers " + node.name()));
      routes.forEach((other, route) ->
          require(
              route.ink(both(other)).stream().noneMatch(box::overlaps),
              other + " crosses the label of " + link));
      for (Link before : done) {
        Box other = layout.label(before).map(Layout.Label::box).orElseThrow();
        require(!other.overlaps(box), "labels of " + before + " and " + link + " overlap");
      }
      for (DiagramGroup group : diagram.groups()) {
        Box caption = layout.groupCaption(group);
        require(!caption.overlaps(box), "label of " + link + " covers a caption");
        boolean onBorder = layout.group(group).overlaps(box) && !layout.group(group).contains(box);
        require(!onBorder, "label of " + link + " lies on the border of " + group.name());
      }
      done.add(link);
    }
  }

  /** Two lines at most, with some room for words that do not break where we would like. */
  private void caption() {
    double room = 2 * 924 * 0.93;
    double width = TextSize.width(state.caption(), 20 * 0.98, false);
    require(width <= room, "caption is too long: " + state.caption());
    require(!state.caption().isEmpty() && !state.title().isEmpty(), "a moment lacks its words");
  }

  private boolean both(Link link) {
    return diagram.edges().stream()
        .anyMatch(edge -> edge.name().equals(link.edge()) && edge.both());
  }

  private void require(boolean condition, String fault) {
    if (!condition) {
      faults.add(fault);
    }
  }
}
