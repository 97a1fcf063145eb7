package replicationlab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the input: nothing is thrown, and what is drawn has a place. */
class DiagramFuzzTest {

  private static final List<String> WORDS =
      List.of(DiagramReaderTest.FAILOVER.split("(?<=\\s)|(?=\\s)"));

  @Property(tries = 1_000)
  void everyMomentOfAnyDiagramCanBeDrawn(@ForAll("sources") String source) {
    Diagram read = DiagramReader.read(source);
    Layout layout = Layout.of(read);
    for (int moment = 0; moment < read.moments(); moment++) {
      assertThat(read.stateAt(moment).edges().values())
          .as("edges at moment %d of:%n%s", moment, source)
          .allMatch(look ->
              look.link().from().equals(look.link().to()) || layout.route(look.link()).isPresent());
    }
  }

  /** The words of a good diagram in any order, some at the start of a line and misspelt. */
  @Provide
  Arbitrary<String> sources() {
    Arbitrary<String> word = Arbitraries.of(WORDS);
    Arbitrary<String> misspelt =
        Combinators.combine(word, Arbitraries.chars().range((char) 0, (char) 0x2fff))
            .as((good, wrong) -> "\n" + good + wrong);
    return Arbitraries.frequencyOf(Tuple.of(11, word), Tuple.of(1, misspelt))
        .list()
        .ofMaxSize(120)
        .map(parts -> String.join("", parts));
  }
}
