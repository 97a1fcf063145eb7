package replicationlab.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import replicationlab.diagram.DiagramState.Link;

/** Decides where on a node's border each edge begins or ends. */
final class Ports {

  /** A place on a node's border, and the side on which it lies. */
  record Port(Point point, Side side) {}

  /** Both ends of an edge. */
  record Ends(Port from, Port to) {}

  /** One end before it has a place; an edge that is moved keeps one slot at the end that stays. */
  private record Slot(String node, Side side, String edge) {}

  private final Map<String, DiagramNode> nodes;
  private final Twins twins;
  private final Map<Slot, Point> aims = new LinkedHashMap<>();
  private final Map<Slot, Double> offsets = new LinkedHashMap<>();

  private Ports(Map<String, DiagramNode> nodes, Twins twins) {
    this.nodes = nodes;
    this.twins = twins;
  }

  static Map<Link, Ends> choose(
      Set<Link> links,
      Map<String, DiagramEdge> edges,
      Map<String, DiagramNode> nodes,
      Twins twins) {
    Ports ports = new Ports(nodes, twins);
    Map<Link, List<Slot>> slots = new LinkedHashMap<>();
    for (Link link : links) {
      DiagramEdge edge = edges.get(link.edge());
      if (edge != null) {
        slots.put(link, ports.slots(link, edge));
      }
    }
    ports.spread();
    slots.values().forEach(pair -> ports.straighten(pair.getFirst(), pair.getLast()));
    Map<Link, Ends> ends = new LinkedHashMap<>();
    slots.forEach((link, pair) ->
        ends.put(link, new Ends(ports.port(pair.getFirst()), ports.port(pair.getLast()))));
    return ends;
  }

  private List<Slot> slots(Link link, DiagramEdge edge) {
    Box from = box(link.from());
    Box to = box(link.to());
    boolean moved = !link.from().equals(edge.from()) || !link.to().equals(edge.to());
    Side leaves = moved ? facing(from, to) : edge.leaves().orElseGet(() -> facing(from, to));
    Side enters = moved ? facing(to, from) : edge.enters().orElseGet(() -> facing(to, from));
    Slot start = new Slot(link.from(), leaves, twins.first(link.edge()));
    Slot end = new Slot(link.to(), enters, twins.first(link.edge()));
    Point first = edge.via().isEmpty() ? to.center() : edge.via().getFirst();
    Point last = edge.via().isEmpty() ? from.center() : edge.via().getLast();
    aims.putIfAbsent(start, first);
    aims.putIfAbsent(end, last);
    return List.of(start, end);
  }

  /** The side of a box that looks at another: across the wider gap. */
  private static Side facing(Box box, Box other) {
    double across = Math.max(other.left() - box.right(), box.left() - other.right());
    double down = Math.max(other.top() - box.bottom(), box.top() - other.bottom());
    if (across >= down) {
      return other.center().x() > box.center().x() ? Side.RIGHT : Side.LEFT;
    }
    return other.center().y() > box.center().y() ? Side.BELOW : Side.ABOVE;
  }

  /** Shares each side out among its edges, in the order of where they go. */
  private void spread() {
    Map<String, List<Slot>> sides = new LinkedHashMap<>();
    for (Slot slot : aims.keySet()) {
      sides.computeIfAbsent(slot.node() + " " + slot.side(), side -> new ArrayList<>()).add(slot);
    }
    for (List<Slot> side : sides.values()) {
      side.sort(Comparator.comparingDouble(this::aim));
      double room = length(side.getFirst()) - 0.5;
      int gaps = side.size() - 1;
      double gap = gaps * 0.5 <= room ? 0.5 : 0.25;
      for (int i = 0; i < side.size(); i++) {
        offsets.put(side.get(i), (i - gaps / 2.0) * gap);
      }
    }
  }

  /** Slides an end that is alone on its side, so that its edge needs no bend. */
  private void straighten(Slot start, Slot end) {
    if (start.side() != end.side().opposite()) {
      return;
    }
    for (Slot slot : List.of(start, end)) {
      Slot other = slot.equals(start) ? end : start;
      double wanted = along(port(other).point(), other) - along(box(slot.node()).center(), slot);
      if (alone(slot) && Math.abs(wanted) <= length(slot) / 2 - 0.25) {
        offsets.put(slot, wanted);
        return;
      }
    }
  }

  private boolean alone(Slot slot) {
    return offsets.keySet().stream()
            .filter(other -> other.node().equals(slot.node()) && other.side() == slot.side())
            .count()
        == 1;
  }

  private Port port(Slot slot) {
    Box box = box(slot.node());
    double offset = offsets.getOrDefault(slot, 0.0);
    Point middle =
        slot.side().horizontal()
            ? box.center().towards(slot.side(), box.width() / 2)
            : box.center().towards(slot.side(), box.height() / 2);
    return new Port(
        slot.side().horizontal()
            ? new Point(middle.x(), middle.y() + offset)
            : new Point(middle.x() + offset, middle.y()),
        slot.side());
  }

  private double aim(Slot slot) {
    return along(aims.getOrDefault(slot, new Point(0, 0)), slot);
  }

  private static double along(Point point, Slot slot) {
    return slot.side().horizontal() ? point.y() : point.x();
  }

  private double length(Slot slot) {
    Box box = box(slot.node());
    return slot.side().horizontal() ? box.height() : box.width();
  }

  private Box box(String node) {
    DiagramNode known = nodes.get(node);
    return known == null ? new Box(0, 0, 0, 0) : known.box();
  }
}
