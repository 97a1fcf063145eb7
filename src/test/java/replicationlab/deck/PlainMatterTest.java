package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is read without the YAML library is what the library would have read. */
class PlainMatterTest {

  @Test
  void theFrontMatterOfADeckIsPlain() {
    assertThat(PlainMatter.of(Line.of("title: High Availability\nminutes: 75\nby: \"A: b\"")))
        .hasValue(Map.of("title", "High Availability", "minutes", "75", "by", "A: b"));
  }

  @Test
  void aListAColonTooManyAndANameGivenTwiceAreLeftToTheLibrary() {
    assertThat(
            List.of("tags: [x, y]", "title: WAL: what it is", "by: Ann\nby: Bob", "empty:", "# no"))
        .allSatisfy(text -> assertThat(PlainMatter.of(Line.of(text))).isEmpty());
  }

  /** Or else this test would take hours. */
  @Test
  void aLineOfAMillionBlanksIsReadOnce() {
    String line = "by: Ann" + " ".repeat(1_000_000);
    assertThat(PlainMatter.of(Line.of(line))).hasValue(Map.of("by", "Ann"));
    assertThat(PlainMatter.of(Line.of(line + "#"))).isEmpty();
    assertThat(PlainMatter.of(Line.of("by: \"" + line + "\"" + line + "#"))).isEmpty();
  }

  @Property(tries = 3_000)
  void bothReadTheSame(@ForAll("nearlyPlain") String text) throws IOException {
    List<Line> lines = Line.of(text);
    Optional<Map<String, String>> plain = PlainMatter.of(lines);
    if (plain.isPresent()) {
      String yaml = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
      assertThat(plain.get()).as(text).isEqualTo(YamlMatter.of(yaml));
    }
  }

  @Provide
  Arbitrary<String> nearlyPlain() {
    Arbitrary<String> name =
        Arbitraries.oneOf(
            Arbitraries.of("title", "minutes", "null", "true", "y", "No", "_a", "a b"),
            Arbitraries.strings().withChars("aZ_").ofMinLength(1).ofMaxLength(4));
    Arbitrary<String> plain =
        Arbitraries.strings().withChars("aeE019 .,()/_-").ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> value =
        Arbitraries.oneOf(
            plain,
            plain.map(text -> '"' + text + '"'),
            Arbitraries.of("null", "true", "1.10", "0x1F", "1e3", "2012-01-31", "a  b", "a - b"),
            Arbitraries.strings().withChars("a:'\"#&+; ").ofMaxLength(8).map(it -> '"' + it + '"'));
    return Combinators.combine(name, Arbitraries.of(": ", ":  ", ":"), value)
        .as((key, colon, text) -> key + colon + text)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(lines -> String.join("\n", lines));
  }
}
