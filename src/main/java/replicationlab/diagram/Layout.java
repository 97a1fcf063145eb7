package replicationlab.diagram;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import replicationlab.diagram.DiagramState.Link;

/**
 * Where everything of a diagram stands, in grid units. One layout serves all moments, so that
 * nothing jumps from step to step: an edge that is moved has a route for each pair that it joins.
 */
public final class Layout {

  private static final double GROUP_PADDING = 0.5;
  private static final double GROUP_CAPTION = 0.75;

  private final Diagram diagram;
  private final Map<String, DiagramNode> nodes;
  private final Map<String, Box> groups = new LinkedHashMap<>();
  private final Map<Link, Route> routes;
  private final Map<Link, Label> labels;

  /** An edge's words: the box they fill, and on which side of the line it is. */
  public record Label(Box box, Side side) {}

  private Layout(Diagram diagram) {
    this.diagram = diagram;
    nodes = diagram.nodes().stream().collect(Collectors.toMap(DiagramNode::name, node -> node));
    diagram.groups().forEach(group -> groups.put(group.name(), around(group)));
    List<Box> boxes = List.copyOf(groups.values());
    List<Box> captions = diagram.groups().stream().map(this::groupCaption).toList();
    Twins twins = new Twins(diagram);
    Map<Link, Ports.Ends> ends = Ports.choose(links(), edges(), nodes, twins);
    routes = new Router(diagram, boxes, captions, twins).routeAll(ends, edges());
    labels = new LabelPlacer(diagram, routes, twins, boxes, captions).placeAll(edges());
  }

  /** Lays a diagram out. */
  public static Layout of(Diagram diagram) {
    return new Layout(diagram);
  }

  private Map<String, DiagramEdge> edges() {
    return diagram.edges().stream()
        .collect(
            Collectors.toMap(
                DiagramEdge::name, edge -> edge, (one, other) -> one, LinkedHashMap::new));
  }

  /** Every pair that an edge joins at some moment. */
  private Set<Link> links() {
    return IntStream.range(0, diagram.moments())
        .mapToObj(diagram::stateAt)
        .flatMap(state -> diagram.edges().stream().map(edge -> state.edges().get(edge.name())))
        .flatMap(look -> Optional.ofNullable(look).stream())
        .map(DiagramState.EdgeLook::link)
        .filter(link -> !link.from().equals(link.to()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Box around(DiagramGroup group) {
    Box inside =
        group.members().stream()
            .flatMap(member ->
                nodes.containsKey(member)
                    ? Optional.of(nodes.get(member).box()).stream()
                    : Optional.ofNullable(groups.get(member)).stream())
            .reduce(Box::union)
            .orElse(new Box(0, 0, 0, 0));
    double top = group.label().isEmpty() ? GROUP_PADDING : GROUP_CAPTION;
    return new Box(
        inside.left() - GROUP_PADDING,
        inside.top() - top,
        inside.width() + 2 * GROUP_PADDING,
        inside.height() + top + GROUP_PADDING);
  }

  /** The box of a group. */
  public Box group(DiagramGroup group) {
    return groups.getOrDefault(group.name(), new Box(0, 0, 0, 0));
  }

  /** Where a group's caption stands: in its upper left corner; the longest one it ever has. */
  public Box groupCaption(DiagramGroup group) {
    Box box = group(group);
    double width =
        IntStream.range(0, diagram.moments())
            .mapToObj(moment -> diagram.stateAt(moment).groups().get(group.name()))
            .flatMap(look -> Optional.ofNullable(look).stream())
            .mapToDouble(look -> TextSize.width(look.label(), TextSize.GROUP, true))
            .max()
            .orElse(0);
    return new Box(box.left() + 0.25, box.top() + 0.18, width, TextSize.GROUP * 1.3);
  }

  /** The line of an edge while it joins these two; empty when it never does. */
  public Optional<Route> route(Link link) {
    return Optional.ofNullable(routes.get(link));
  }

  /** Where the words of an edge stand while it joins these two; empty when it has none. */
  public Optional<Label> label(Link link) {
    return Optional.ofNullable(labels.get(link));
  }

  /** All lines. */
  public Map<Link, Route> routes() {
    return routes;
  }
}
