package replicationlab.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import replicationlab.diagram.Ports.Port;

/**
 * Quarter units of the grid, on which lines are searched: the cheapest way, where bends, crossings
 * and closeness to nodes and to other lines cost.
 */
final class Lattice {

  private static final int PER_UNIT = 4;
  private static final double BEND = 2;
  private static final double CROSSING = 3;
  private static final double SHARED = 40;
  private static final double BESIDE = 3;
  private static final double CLOSE = 2;
  private static final List<Side> SIDES = List.of(Side.values());

  private final int width;
  private final int height;
  private final boolean[] blocked;
  private final double[] closeness;
  private final double[] borders;

  /** By cell and direction (flat or upright): the edges that run there. */
  private final Map<Integer, String> flat = new HashMap<>();

  private final Map<Integer, String> upright = new HashMap<>();

  /** A cell reached in some direction, and what it has cost so far. */
  private record Reached(int state, double cost) {}

  Lattice(int columns, int rows) {
    width = columns * PER_UNIT + 1;
    height = rows * PER_UNIT + 1;
    blocked = new boolean[width * height];
    closeness = new double[width * height];
    borders = new double[width * height];
  }

  /** No line may touch this box, and lines keep away from it if they can. */
  void block(Box box) {
    for (int cell = 0; cell < blocked.length; cell++) {
      Point point = point(cell);
      blocked[cell] |= box.contains(point);
      if (box.grow(0.3).contains(point)) {
        closeness[cell] += CLOSE;
      }
    }
  }

  /** Lines may cross the border of this box, but do not run along it. */
  void avoidBorder(Box box) {
    for (int cell = 0; cell < blocked.length; cell++) {
      Point point = point(cell);
      if (box.grow(0.15).contains(point) && !box.grow(-0.15).contains(point)) {
        borders[cell] += CLOSE;
      }
    }
  }

  boolean isFree(Point point) {
    int cell = cell(point);
    return cell >= 0 && !blocked[cell];
  }

  /** Remembers where a line runs, so that later ones keep off it. */
  void use(Route route, String edge) {
    for (Route.Piece piece : route.pieces()) {
      int steps = (int) Math.round(piece.length() * PER_UNIT);
      for (int i = 0; i <= steps; i++) {
        int cell = cell(piece.from().between(piece.to(), steps == 0 ? 0 : (double) i / steps));
        if (cell >= 0) {
          (piece.horizontal() ? flat : upright).put(cell, edge);
        }
      }
    }
  }

  /**
   * The cheapest way between two ports; a bent line through whatever there is, if there is none.
   */
  List<Point> path(Port from, Port to, String edge) {
    int start = cell(from.point());
    int goal = cell(to.point());
    if (start < 0 || goal < 0) {
      return List.of(from.point(), new Point(from.point().x(), to.point().y()), to.point());
    }
    double[] best = new double[blocked.length * SIDES.size()];
    int[] before = new int[best.length];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
    int first = start * SIDES.size() + SIDES.indexOf(from.side());
    best[first] = 0;
    queue.add(new Reached(first, 0));
    int last = goal * SIDES.size() + SIDES.indexOf(to.side().opposite());
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.state() == last) {
        return corners(before, last);
      }
      if (reached.cost() > best[reached.state()]) {
        continue;
      }
      for (Side side : SIDES) {
        int next = next(reached.state(), side, goal);
        if (next >= 0) {
          double cost = reached.cost() + cost(reached.state(), next, edge);
          if (cost < best[next]) {
            best[next] = cost;
            before[next] = reached.state();
            queue.add(new Reached(next, cost));
          }
        }
      }
    }
    return List.of(from.point(), new Point(from.point().x(), to.point().y()), to.point());
  }

  /** One step to a side, or a turn on the spot into it: -1 where that is not possible. */
  private int next(int state, Side side, int goal) {
    int cell = state / SIDES.size();
    Side heading = SIDES.get(state % SIDES.size());
    if (side == heading.opposite()) {
      return -1;
    }
    if (side != heading) {
      return cell * SIDES.size() + SIDES.indexOf(side);
    }
    int x = cell % width + side.dx();
    int y = cell / width + side.dy();
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return -1;
    }
    int to = y * width + x;
    return blocked[to] && to != goal ? -1 : to * SIDES.size() + SIDES.indexOf(side);
  }

  private double cost(int state, int next, String edge) {
    int cell = next / SIDES.size();
    if (cell == state / SIDES.size()) {
      return BEND;
    }
    boolean horizontal = SIDES.get(next % SIDES.size()).horizontal();
    Map<Integer, String> along = horizontal ? flat : upright;
    Map<Integer, String> across = horizontal ? upright : flat;
    int beside = horizontal ? width : 1;
    double cost = 1.0 / PER_UNIT + closeness[cell] / PER_UNIT + borders[cell] / PER_UNIT;
    cost += other(along, cell, edge) ? SHARED / PER_UNIT : 0;
    cost += other(across, cell, edge) ? CROSSING : 0;
    cost += other(along, cell + beside, edge) ? BESIDE / PER_UNIT : 0;
    cost += other(along, cell - beside, edge) ? BESIDE / PER_UNIT : 0;
    return cost;
  }

  private static boolean other(Map<Integer, String> used, int cell, String edge) {
    String user = used.get(cell);
    return user != null && !user.equals(edge);
  }

  private List<Point> corners(int[] before, int last) {
    Deque<Point> points = new ArrayDeque<>();
    for (int state = last; state >= 0; state = before[state]) {
      points.addFirst(point(state / SIDES.size()));
    }
    return new ArrayList<>(points);
  }

  private Point point(int cell) {
    int row = cell / width;
    return new Point((double) (cell % width) / PER_UNIT, (double) row / PER_UNIT);
  }

  private int cell(Point point) {
    long x = Math.round(point.x() * PER_UNIT);
    long y = Math.round(point.y() * PER_UNIT);
    return x < 0 || y < 0 || x >= width || y >= height ? -1 : (int) (y * width + x);
  }
}
