package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the input: nothing is thrown, every word is somewhere, every line number exists. */
class DeckFuzzTest {

  private static final Pattern WORD = Pattern.compile("w\\d+x");

  @Test
  void noWordIsLostAndNoLineInvented() {
    NastyText nasty = new NastyText(new Random(9_0));
    for (int round = 0; round < 20_000; round++) {
      check(nasty.deck());
    }
  }

  /** Another text on every run; a failure names the seed with which it can be had again. */
  @Test
  void neitherIsThatOfATextNobodyHasSeen() {
    long seed = new Random().nextLong();
    NastyText nasty = new NastyText(new Random(seed));
    for (int round = 0; round < 5_000; round++) {
      try {
        check(nasty.deck());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("with the seed " + seed, e);
      }
    }
  }

  /** Bytes that are no text at all, and text with bytes that do not belong there. */
  @Test
  void anyBytesAreADeck() {
    Random random = new Random(16);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new NastyText(random).deck().getBytes(StandardCharsets.UTF_8);
      for (int hit = random.nextInt(6); hit > 0 && bytes.length > 0; hit--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Deck deck = DeckReader.read(DeckText.of(bytes, bytes.length));
      int lines = (int) new String(bytes, StandardCharsets.UTF_8).lines().count();
      assertThat(deck.problems())
          .allSatisfy(it -> assertThat(it.line()).isBetween(1, Math.max(1, lines)));
      assertThat(everythingIn(deck)).doesNotContain("\0");
    }
  }

  @Test
  void mutilatedDecksAreReadToo() {
    AtomicInteger word = new AtomicInteger();
    String traps =
        Pattern.compile("\\b[a-z]{5,}\\b")
            .matcher(TrapsDeckTest.resource("traps.md"))
            .replaceAll(found -> found.group() + " w" + word.incrementAndGet() + "x");
    Random random = new Random(1996);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder deck = new StringBuilder(traps);
      for (int cut = 0; cut < 5; cut++) {
        int from = random.nextInt(deck.length());
        deck.delete(from, Math.min(deck.length(), from + random.nextInt(1, 30)));
        deck.insert(random.nextInt(deck.length()), "\n```[$<]*#>-|`\t".charAt(random.nextInt(14)));
      }
      check(deck.toString());
    }
  }

  private static void check(String text) {
    Deck deck = DeckReader.read(text);
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
