package replicationlab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author writes, what is read, and what the author is told. */
class DiagramReaderTest {

  @Test
  void aDiagramBeyondAllMeasureIsCutAndSaysSo() {
    StringBuilder source = new StringBuilder("grid 16x8\n");
    for (int i = 0; i < 2_000; i++) {
      source.append("node n").append(i).append(" server at 4,4 \"N\"\n");
    }

    Diagram diagram = DiagramReader.read(source.toString());

    assertThat(diagram.nodes()).hasSize(500);
    assertThat(diagram.problems()).hasSize(101);
    assertThat(diagram.problems().getLast().message()).contains("more problems from here on");
  }

  static final String FAILOVER =
      """
      title "Failover"
      caption "All is well."
      node clients clients at 8,1 "Clients"
      node primary server at 3,5 "Primary" note "5432" bind primary
      node standby server at 12,5 "Standby" bind standby
      edge clients -> primary "queries" query as queries
      edge primary -> standby "WAL" flow   # streams
      group both "One site" around primary standby
      step "The primary fails" fail primary; highlight clients
        caption "It is gone."
      step "Failover"
        promote standby "New primary"; move clients -> standby
      """;

  private final Diagram diagram = DiagramReader.read(FAILOVER);

  @Test
  void aWholeDiagramIsReadWithoutProblems() {
    assertThat(diagram.problems()).isEmpty();
    assertThat(diagram.title()).isEqualTo("Failover");
    assertThat(diagram.nodes())
        .extracting(DiagramNode::name)
        .containsExactly("clients", "primary", "standby");
    assertThat(diagram.nodes().get(1).note()).isEqualTo("5432");
    assertThat(diagram.nodes().get(1).role()).isEqualTo(NodeRole.PRIMARY);
    assertThat(diagram.edges())
        .extracting(DiagramEdge::name)
        .containsExactly("queries", "primary->standby");
    assertThat(diagram.edges().get(1).kind()).isEqualTo(EdgeKind.FLOW);
    assertThat(diagram.groups())
        .singleElement()
        .extracting(DiagramGroup::label)
        .isEqualTo("One site");
    assertThat(diagram.steps())
        .extracting(DiagramStep::title)
        .containsExactly("The primary fails", "Failover");
    assertThat(diagram.moments()).isEqualTo(3);
  }

  @Test
  void theOpeningPictureIsBeforeTheFirstStep() {
    DiagramState opening = diagram.stateAt(0);
    assertThat(opening.title()).isEqualTo("Failover");
    assertThat(opening.nodes().values()).noneMatch(DiagramState.NodeLook::failed);
    assertThat(opening.edges().values()).allMatch(DiagramState.EdgeLook::flowing);
  }

  @Test
  void aFailedNodeBreaksItsEdges() {
    DiagramState failed = diagram.stateAt(1);
    assertThat(failed.caption()).isEqualTo("It is gone.");
    assertThat(failed.nodes().get("primary")).matches(look -> look != null && look.failed());
    assertThat(failed.edges().values()).allMatch(DiagramState.EdgeLook::broken);
    assertThat(failed.nodes().get("clients")).matches(look -> look != null && look.highlighted());
  }

  @Test
  void aHighlightLastsOneStepAndAMoveLasts() {
    DiagramState after = diagram.stateAt(2);
    assertThat(after.nodes().get("clients")).matches(look -> look != null && !look.highlighted());
    assertThat(after.nodes().get("standby"))
        .matches(look -> look != null && look.label().equals("New primary"));
    assertThat(after.edges().get("queries"))
        .matches(look -> look != null && look.link().to().equals("standby") && !look.broken());
  }

  @Test
  void aMomentOutOfRangeIsTheNearestOne() {
    assertThat(diagram.stateAt(-5)).isEqualTo(diagram.stateAt(0));
    assertThat(diagram.stateAt(99)).isEqualTo(diagram.stateAt(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "edge a -> ghost                        | unknown node \"ghost\"",
        "node a server at 8,5                   | the name \"a\" is taken by line 2; choose"
            + " another",
        "node c spaceship at 8,5                | unknown kind \"spaceship\"; known are server",
        "node c server                          | node \"c\" needs a place: at X,Y",
        "node c server at 99,5                  | node \"c\" is off the grid of 16x8",
        "node c server at 3.5,2                 | node \"c\" overlaps \"a\"; move one of them",
        "node c server at 8,5 purple            | unknown word \"purple\" in a node",
        "node                                   | a node needs a name",
        "edge a b                               | an edge is written as",
        "edge a -> a                            | an edge joins two different nodes",
        "edge a -> b wiggly                     | unknown word \"wiggly\" in an edge",
        "group g \"G\" around nobody            | unknown node \"nobody\" in group \"g\"",
        "grid huge                              | a grid is written as 16x8",
        "paint it black                         | unknown word \"paint\"",
        "title \"never closed                    | a quotation mark is not closed",
        "step \"S\" explode a                    | unknown verb \"explode\"; known are fail",
        "step \"S\" fail                         | fail needs the name of a node",
        "step \"S\" fail ghost                   | unknown name \"ghost\"",
        "step \"S\" flow b -> a                  | unknown edge \"b -> a\"",
        "step \"S\" label a                      | label needs a text in quotation marks",
        "step \"S\" move a -> ghost              | unknown node \"ghost\"",
      })
  void aMistakeIsReportedWithItsLineAndTheRestIsKept(String line, String message) {
    Diagram read =
        DiagramReader.read(
            "# two servers\nnode a server at 3,2 \"A\"\nnode b server at 12,2 \"B\"\n" + line);
    assertThat(read.problems()).isNotEmpty().allMatch(problem -> problem.line() == 4);
    assertThat(read.problems()).anyMatch(problem -> problem.message().contains(message));
    assertThat(read.nodes()).extracting(DiagramNode::name).contains("a", "b");
  }
}
