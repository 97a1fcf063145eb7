package replicationlab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where lines and words go. */
class LayoutTest {

  private static Route only(String source) {
    return Layout.of(DiagramReader.read(source)).routes().values().iterator().next();
  }

  @Test
  void anEdgeBetweenNeighboursIsOneStraightPieceFromBorderToBorder() {
    Route route = only("node a server at 3,4 \"A\"\nnode b server at 12,4 \"B\"\nedge a -> b");
    assertThat(route.points()).containsExactly(new Point(4.5, 4), new Point(10.5, 4));
  }

  @Test
  void anEdgeGoesAroundANodeInItsWay() {
    Diagram diagram =
        DiagramReader.read(
            """
            node a server at 2,4 "A"
            node wall server at 8,4 "Wall"
            node b server at 14,4 "B"
            edge a -> b "around"
            """);
    assertThat(Checker.faults(diagram, 0)).containsExactly("a moment lacks its words");
    Route route = Layout.of(diagram).routes().values().iterator().next();
    assertThat(route.pieces()).hasSizeGreaterThan(2);
    Box wall = diagram.nodes().get(1).box();
    assertThat(route.pieces()).noneMatch(piece -> piece.box().overlaps(wall));
  }

  @Test
  void anAuthorMayChooseSidesAndCorners() {
    String nodes = "node a server at 3,2 \"A\"\nnode b server at 12,6 \"B\"\n";
    Route sides = only(nodes + "edge a.bottom -> b.left");
    assertThat(sides.points())
        .containsExactly(new Point(3, 3), new Point(3, 6), new Point(10.5, 6));
    Route corners = only(nodes + "edge a.right -> b.left via 8,2 8,6");
    assertThat(corners.points()).contains(new Point(8, 2), new Point(8, 6));
  }

  @Test
  void theCheckerFindsWhatItIsThereToFind() {
    Diagram bad =
        DiagramReader.read(
            """
            title "T"
            caption "C"
            node a server at 3,4 "A label that is far too long"
            node b server at 12,4 "B"
            node c server at 8,4 "C"
            edge a -> b "x" via 8,4 at 3,4
            """);
    List<String> faults = Checker.faults(bad, 0);
    assertThat(faults).anyMatch(fault -> fault.contains("label of a is too wide"));
    assertThat(faults).anyMatch(fault -> fault.contains("passes through c"));
    assertThat(faults).anyMatch(fault -> fault.contains("covers a"));
  }

  @Test
  void edgesThatAreNeverSeenTogetherShareOnePlace() {
    Diagram diagram =
        DiagramReader.read(
            """
            node a server at 3,4 "A"
            node b server at 12,4 "B"
            edge a -> b "WAL" as out
            edge b -> a "WAL" hidden as back
            step "Turned" hide out; show back
            """);
    assertThat(Layout.of(diagram).routes().values())
        .allMatch(route -> route.points().stream().allMatch(point -> point.y() == 4));
  }
}
