package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever the input: nothing is thrown, every word is somewhere, every line number exists. A
 * failure prints the shortest text found that shows it, and the seed of the text it began with.
 */
class DeckFuzzTest {

  private static final Pattern WORD = Pattern.compile("w\\d+x");

  private static final String TRAPS = withMoreWords(TrapsDeckTest.resource("traps.md"));

  @Property(tries = 10_000, seed = "90")
  void noWordIsLostAndNoLineInvented(@ForAll(supplier = NastyText.class) String text) {
    check(text);
  }

  /** Another text on every run. */
  @Property(tries = 5_000)
  void neitherIsThatOfATextNobodyHasSeen(@ForAll(supplier = NastyText.class) String text) {
    check(text);
  }

  /** Not even lines that mean something: every character of Unicode, and more markup than usual. */
  @Property(tries = 5_000)
  void anyTextIsADeck(@ForAll("anyText") String text) {
    check(text);
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.oneOf(
            Arbitraries.just("W"),
            Arbitraries.strings()
                .withChars(" \t\n\r#*+-_=~`|<>[](){}!$&%@:;'\"\\./0")
                .ofMaxLength(5),
            Arbitraries.strings().all().ofMaxLength(5))
        .list()
        .ofMaxSize(40)
        .map(parts -> NastyText.numbered(String.join("", parts)));
  }

  /** Text with bytes that do not belong there. */
  @Property(tries = 2_000, seed = "16")
  void textWithWrongBytesIsADeck(
      @ForAll(supplier = NastyText.class) String text,
      @ForAll @Size(max = 5) Map<@IntRange(min = 0) Integer, Byte> wrong) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    wrong.forEach((at, value) -> bytes[at % bytes.length] = value);
    checkBytes(bytes);
  }

  /** Bytes that are no text at all. */
  @Property(tries = 1_000)
  void anyBytesAreADeck(@ForAll byte[] bytes) {
    checkBytes(bytes);
  }

  @Property(tries = 2_000, seed = "1996")
  void mutilatedDecksAreReadToo(@ForAll("cuts") List<Cut> cuts) {
    StringBuilder deck = new StringBuilder(TRAPS);
    cuts.forEach(cut -> cut.in(deck));
    check(deck.toString());
  }

  /** Takes some characters away and puts another one elsewhere. */
  record Cut(int from, int length, int to, char trap) {
    void in(StringBuilder deck) {
      int first = Math.min(from, deck.length());
      deck.delete(first, Math.min(deck.length(), first + length));
      deck.insert(Math.min(to, deck.length()), trap);
    }
  }

  @Provide
  Arbitrary<List<Cut>> cuts() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, TRAPS.length() - 1);
    return Combinators.combine(
            place,
            Arbitraries.integers().between(1, 29),
            place,
            Arbitraries.of('\n', '`', '[', '$', '<', ']', '*', '#', '>', '-', '|', '\t'))
        .as(Cut::new)
        .list()
        .ofMaxSize(5);
  }

  private static String withMoreWords(String text) {
    AtomicInteger word = new AtomicInteger();
    return Pattern.compile("\\b[a-z]{5,}\\b")
        .matcher(text)
        .replaceAll(found -> found.group() + " w" + word.incrementAndGet() + "x");
  }

  /** A failure of the reader itself names the text too. */
  private static Deck read(Supplier<Deck> reading, String text) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      throw new AssertionError("the reader fails with:\n" + text, e);
    }
  }

  private static void checkBytes(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Deck deck = read(() -> DeckReader.read(DeckText.of(bytes, bytes.length)), text);
    int lines = (int) text.lines().count();
    assertThat(deck.problems())
        .allSatisfy(it -> assertThat(it.line()).isBetween(1, Math.max(1, lines)));
    assertThat(everythingIn(deck)).doesNotContain("\0");
  }

  private static void check(String text) {
    Deck deck = read(() -> DeckReader.read(text), text);
    String all = everythingIn(deck);
    Set<String> missing = words(withoutYamlComments(text));
    missing.removeAll(words(all));
    assertThat(missing).as(() -> "lost from:\n" + text).isEmpty();
    int lines = (int) text.lines().count();
    assertThat(lineNumbers(deck)).as(() -> text).allMatch(l -> l >= 1 && l <= Math.max(1, lines));
  }

  /** A comment in the front matter is YAML's markup. */
  private static String withoutYamlComments(String text) {
    return text.strip().startsWith("---")
        ? text.replaceAll("(?m)^.*#.*$", "").replaceAll("&w\\d+x", "")
        : text;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String everythingIn(Deck deck) {
    return deck.title()
        + deck.matter()
        + "\n"
        + deck.slides().stream()
            .flatMap(slide ->
                Stream.concat(
                    Stream.of(slide.title(), slide.notes()),
                    slide.blocks().stream().map(Object::toString)))
            .collect(Collectors.joining("\n"));
  }

  private static List<Integer> lineNumbers(Deck deck) {
    return Stream.concat(
            deck.problems().stream().map(Problem::line),
            deck.slides().stream()
                .flatMap(slide ->
                    Stream.concat(
                        Stream.of(slide.line()), slide.blocks().stream().map(Block::line))))
        .toList();
  }
}
