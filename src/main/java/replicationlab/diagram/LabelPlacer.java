package replicationlab.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import replicationlab.diagram.DiagramState.Link;
import replicationlab.diagram.Layout.Label;
import replicationlab.diagram.Route.Piece;

/** Puts each edge's words into a gap beside its line. */
final class LabelPlacer {

  private static final double GAP = 0.2;
  private static final double[] FRACTIONS = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

  private final Diagram diagram;
  private final Map<Link, Route> routes;
  private final Box grid;
  private final Twins twins;
  private final List<Box> taken = new ArrayList<>();
  private final Map<Link, Box> placed = new LinkedHashMap<>();

  /** A place that the words could take; the lowest cost wins. */
  private record Choice(Label label, double cost) {}

  LabelPlacer(
      Diagram diagram,
      Map<Link, Route> routes,
      Twins twins,
      List<Box> groups,
      List<Box> groupCaptions) {
    this.twins = twins;
    this.diagram = diagram;
    this.routes = routes;
    grid = new Box(0, 0, diagram.columns(), diagram.rows());
    diagram.nodes().forEach(node -> taken.add(node.box().grow(0.08)));
    taken.addAll(groupCaptions);
    groups.forEach(box -> taken.addAll(borders(box)));
  }

  private static List<Box> borders(Box box) {
    Point topLeft = new Point(box.left(), box.top());
    Point topRight = new Point(box.right(), box.top());
    Point bottomLeft = new Point(box.left(), box.bottom());
    Point bottomRight = new Point(box.right(), box.bottom());
    return List.of(
        Box.between(topLeft, topRight).grow(0.04),
        Box.between(topLeft, bottomLeft).grow(0.04),
        Box.between(topRight, bottomRight).grow(0.04),
        Box.between(bottomLeft, bottomRight).grow(0.04));
  }

  Map<Link, Label> placeAll(Map<String, DiagramEdge> edges) {
    Map<Link, Label> labels = new LinkedHashMap<>();
    List<Link> order = new ArrayList<>(routes.keySet());
    List<String> names = List.copyOf(edges.keySet());
    order.sort(Comparator.comparingInt(link -> names.indexOf(link.edge())));
    for (Link link : order) {
      DiagramEdge edge = edges.get(link.edge());
      if (edge != null) {
        place(link, edge).ifPresent(label -> labels.put(link, label));
      }
    }
    return Collections.unmodifiableMap(labels);
  }

  private Optional<Label> place(Link link, DiagramEdge edge) {
    String words = longest(link);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    double width = TextSize.width(words, TextSize.EDGE, false) + 0.05;
    double height = TextSize.height(words, TextSize.EDGE);
    Route route = Objects.requireNonNull(routes.get(link));
    Optional<Label> label =
        edge.labelAt().isPresent()
            ? edge.labelAt().map(at -> fixed(at, width, height, route))
            : choices(route, edge, width, height).stream()
                .min(Comparator.comparingDouble(Choice::cost))
                .map(Choice::label);
    label.ifPresent(chosen -> placed.put(link, chosen.box().grow(0.05)));
    return label;
  }

  /** The author chose the place; the words still lean towards their line. */
  private static Label fixed(Point at, double width, double height, Route route) {
    Piece longest =
        route.pieces().stream().max(Comparator.comparingDouble(Piece::length)).orElseThrow();
    Side side = Side.ABOVE;
    if (!longest.horizontal()) {
      side = at.x() < longest.from().x() ? Side.LEFT : Side.RIGHT;
    }
    return new Label(Box.around(at, width, height), side);
  }

  /** The largest words that the edge bears while it joins these two. */
  private String longest(Link link) {
    return IntStream.range(0, diagram.moments())
        .mapToObj(moment -> diagram.stateAt(moment).edges().get(link.edge()))
        .flatMap(look -> Optional.ofNullable(look).stream())
        .filter(look -> look.link().equals(link))
        .map(DiagramState.EdgeLook::label)
        .max(Comparator.comparingDouble(LabelPlacer::area))
        .orElse("");
  }

  private static double area(String words) {
    return TextSize.width(words, TextSize.EDGE, false) * TextSize.height(words, TextSize.EDGE);
  }

  private List<Choice> choices(Route route, DiagramEdge edge, double width, double height) {
    List<Choice> choices = new ArrayList<>();
    double longest = route.pieces().stream().mapToDouble(Piece::length).max().orElse(0);
    for (Piece piece : route.pieces()) {
      for (Side side : sides(piece, edge)) {
        for (double fraction : FRACTIONS) {
          Label label = beside(piece, side, fraction, width, height);
          double room = piece.horizontal() ? piece.length() - width : piece.length() - height;
          double cost =
              (longest - piece.length())
                  + 4 * Math.abs(fraction - 0.5)
                  + (side == Side.BELOW || side == Side.LEFT ? 0.6 : 0)
                  + (edge.labelSide().isPresent() && edge.labelSide().get() != side ? 5 : 0)
                  + (room < 0 ? 2 - room : 0);
          choices.add(new Choice(label, cost + 100 * collisions(label.box(), edge)));
        }
      }
    }
    return choices;
  }

  private static List<Side> sides(Piece piece, DiagramEdge edge) {
    List<Side> possible =
        piece.horizontal() ? List.of(Side.ABOVE, Side.BELOW) : List.of(Side.RIGHT, Side.LEFT);
    List<Side> wanted = edge.labelSide().stream().filter(possible::contains).toList();
    return wanted.isEmpty() ? possible : wanted;
  }

  private static Label beside(
      Piece piece, Side side, double fraction, double width, double height) {
    Point on = piece.from().between(piece.to(), fraction);
    double way = GAP + (side.horizontal() ? width : height) / 2;
    return new Label(Box.around(on.towards(side, way), width, height), side);
  }

  private long collisions(Box box, DiagramEdge edge) {
    long crossed =
        routes.entrySet().stream()
            .flatMap(entry -> entry.getValue().ink(isBoth(entry.getKey(), edge)).stream())
            .filter(ink -> ink.overlaps(box))
            .count();
    long covered = taken.stream().filter(other -> other.overlaps(box)).count();
    String first = twins.first(edge.name());
    long labels =
        placed.entrySet().stream()
            .filter(entry -> !twins.first(entry.getKey().edge()).equals(first))
            .filter(entry -> entry.getValue().overlaps(box))
            .count();
    return crossed + covered + labels + (grid.contains(box) ? 0 : 3);
  }

  private boolean isBoth(Link link, DiagramEdge edge) {
    return edge.name().equals(link.edge())
        ? edge.both()
        : diagram.edges().stream()
            .anyMatch(other -> other.name().equals(link.edge()) && other.both());
  }
}
