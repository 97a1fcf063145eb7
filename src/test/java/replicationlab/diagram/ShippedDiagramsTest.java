package replicationlab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every diagram that comes with the course is drawn as a designer would have it, at every step. */
class ShippedDiagramsTest {

  static final Path FOLDER = Path.of("assets", "diagrams");

  static Diagram read(String name) throws IOException {
    return DiagramReader.read(Files.readString(FOLDER.resolve(name + ".diagram")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failover", "load", "warehouse", "remote", "mobile", "share", "cont", "slony", "cascade",
        "internals", "multi", "bucardo", "pool", "pool2", "cluster", "stream", "how", "live"
      })
  void nothingOverlapsAtAnyStep(String name) throws IOException {
    Diagram diagram = read(name);
    assertThat(diagram.problems()).isEmpty();
    assertThat(diagram.steps()).hasSizeBetween(2, 6);
    List<String> faults = new ArrayList<>();
    for (int moment = 0; moment < diagram.moments(); moment++) {
      for (String fault : Checker.faults(diagram, moment)) {
        faults.add("step " + moment + ": " + fault);
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"stream", "how"})
  void thoseOfTheLabAreBoundToItsClusters(String name) throws IOException {
    Diagram diagram = read(name);
    List<String> bound = new ArrayList<>();
    diagram.nodes().forEach(node -> bound.add(node.bind()));
    diagram.groups().forEach(group -> bound.add(group.bind()));
    assertThat(bound).contains("primary", "standby");
  }

  /** What the lab's servers do would contradict what the diagram tells. */
  @ParameterizedTest
  @CsvSource({"failover", "cont", "live"})
  void thoseThatTellAStoryOfTheirOwnAreNot(String name) throws IOException {
    Diagram diagram = read(name);
    assertThat(diagram.nodes()).extracting(node -> node.bind()).containsOnly("");
    assertThat(diagram.groups()).allSatisfy(group -> assertThat(group.bind()).isEmpty());
  }

  @Test
  void failoverEndsWithTheClientsOnTheNewPrimary() throws IOException {
    Diagram failover = read("failover");
    DiagramState end = failover.stateAt(3);
    Map<String, String> joined =
        end.edges().values().stream()
            .filter(DiagramState.EdgeLook::visible)
            .collect(Collectors.toMap(look -> look.link().edge(), look -> look.link().to()));
    assertThat(joined).containsEntry("queries", "standby");
    assertThat(end.nodes().get("primary"))
        .isNotNull()
        .extracting(DiagramState.NodeLook::failed)
        .isEqualTo(true);
    assertThat(end.nodes().get("standby"))
        .isNotNull()
        .extracting(DiagramState.NodeLook::role)
        .isEqualTo(NodeRole.PRIMARY);
  }
}
