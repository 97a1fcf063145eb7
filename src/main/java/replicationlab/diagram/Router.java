package replicationlab.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import replicationlab.diagram.DiagramState.Link;
import replicationlab.diagram.Ports.Ends;
import replicationlab.diagram.Ports.Port;

/**
 * Finds each edge's line: straight where it can be, else upright pieces around the nodes. Straight
 * ones go first, so that the others keep clear of them.
 */
final class Router {

  private static final double STUB = 0.5;

  private final Diagram diagram;
  private final List<Box> captions;
  private final Twins twins;
  private final Lattice lattice;
  private final Map<Link, Route> routes = new LinkedHashMap<>();

  Router(Diagram diagram, List<Box> groups, List<Box> captions, Twins twins) {
    this.twins = twins;
    this.diagram = diagram;
    this.captions = captions;
    lattice = new Lattice(diagram.columns(), diagram.rows());
    diagram.nodes().forEach(node -> lattice.block(node.box()));
    captions.forEach(lattice::block);
    groups.forEach(lattice::avoidBorder);
  }

  Map<Link, Route> routeAll(Map<Link, Ends> ends, Map<String, DiagramEdge> edges) {
    List<Map.Entry<Link, Ends>> queue = new ArrayList<>(ends.entrySet());
    queue.sort(Comparator.comparingDouble(entry -> effort(entry.getValue())));
    for (Map.Entry<Link, Ends> entry : queue) {
      DiagramEdge edge = edges.get(entry.getKey().edge());
      if (edge != null) {
        Route route = route(entry.getKey(), entry.getValue(), edge);
        routes.put(entry.getKey(), route);
        lattice.use(route, twins.first(entry.getKey().edge()));
      }
    }
    return Collections.unmodifiableMap(routes);
  }

  private static double effort(Ends ends) {
    Point from = ends.from().point();
    Point to = ends.to().point();
    double bend = isStraight(ends) ? 0 : 1000;
    return bend + from.distance(to);
  }

  private static boolean isStraight(Ends ends) {
    Point from = ends.from().point();
    Point to = ends.to().point();
    Side side = ends.from().side();
    double sideways = side.horizontal() ? from.y() - to.y() : from.x() - to.x();
    double ahead = (to.x() - from.x()) * side.dx() + (to.y() - from.y()) * side.dy();
    return ends.to().side() == side.opposite() && Math.abs(sideways) < 1e-6 && ahead > 0;
  }

  private Route route(Link link, Ends ends, DiagramEdge edge) {
    Point from = ends.from().point();
    Point to = ends.to().point();
    boolean asWritten = link.from().equals(edge.from()) && link.to().equals(edge.to());
    if (asWritten && !edge.via().isEmpty()) {
      List<Point> points = new ArrayList<>(List.of(from));
      points.addAll(edge.via());
      points.add(to);
      return new Route(points);
    }
    Route straight = new Route(List.of(from, to));
    if (isStraight(ends) && isFree(straight, link)) {
      return straight;
    }
    List<Point> points = new ArrayList<>(List.of(from));
    points.addAll(lattice.path(outside(ends.from()), outside(ends.to()), twins.first(link.edge())));
    points.add(to);
    return new Route(simplified(points));
  }

  private boolean isFree(Route route, Link link) {
    Box ink = route.pieces().getFirst().box().grow(0.1);
    return captions.stream().noneMatch(ink::overlaps)
        && diagram.nodes().stream()
            .filter(node -> !node.name().equals(link.from()) && !node.name().equals(link.to()))
            .noneMatch(node -> node.box().overlaps(ink));
  }

  /** A short way off the border, so that no bend touches a node and arrows have room. */
  private Port outside(Port port) {
    Point far = port.point().towards(port.side(), STUB);
    return lattice.isFree(far)
        ? new Port(far, port.side())
        : new Port(port.point().towards(port.side(), STUB / 2), port.side());
  }

  private static List<Point> simplified(List<Point> points) {
    List<Point> corners = new ArrayList<>();
    for (Point point : points) {
      int last = corners.size() - 1;
      if (last >= 1 && inLine(corners.get(last - 1), corners.get(last), point)) {
        corners.set(last, point);
      } else if (last < 0 || corners.get(last).distance(point) > 1e-6) {
        corners.add(point);
      }
    }
    return corners;
  }

  private static boolean inLine(Point a, Point b, Point c) {
    boolean flat = Math.abs(a.y() - b.y()) < 1e-6 && Math.abs(b.y() - c.y()) < 1e-6;
    boolean upright = Math.abs(a.x() - b.x()) < 1e-6 && Math.abs(b.x() - c.x()) < 1e-6;
    return flat || upright;
  }
}
