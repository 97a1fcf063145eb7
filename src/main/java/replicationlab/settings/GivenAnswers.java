package replicationlab.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the person has answered to the questions of each deck: a file a deck, a line a question,
 * with the question's mark and the numbers of the choices. Safe to use from several threads.
 */
public final class GivenAnswers {

  private final DeckLines lines;

  /**
   * @param settings the folder of the settings, which need not exist
   */
  public GivenAnswers(Path settings) {
    lines = new DeckLines(settings.resolve("answers"));
  }

  /**
   * The chosen indexes by each question's mark; a line that somebody has spoilt counts for nothing.
   */
  public synchronized Map<String, Set<Integer>> of(String deck) {
    Map<String, Set<Integer>> answers = new TreeMap<>();
    for (String line : lines.of(deck)) {
      if (line.matches("\\S+( \\d{1,4})+")) {
        String[] words = line.split(" ", -1);
        answers.put(
            words[0],
            Arrays.stream(words).skip(1).map(Integer::valueOf).collect(Collectors.toSet()));
      }
    }
    return answers;
  }

  /**
   * Remembers an answer in the place of the one before; with nothing chosen, forgets it.
   *
   * @param mark without white space
   * @throws UncheckedIOException if it cannot be written
   */
  public synchronized void remember(String deck, String mark, Set<Integer> chosen) {
    Map<String, Set<Integer>> answers = of(deck);
    if (chosen.isEmpty()) {
      answers.remove(mark);
    } else {
      answers.put(mark, chosen);
    }
    try {
      lines.write(
          deck,
          answers.entrySet().stream()
              .map(answer -> answer.getKey() + numbers(answer.getValue()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("An answer could not be kept in " + lines.file(deck), e);
    }
  }

  private static String numbers(Set<Integer> chosen) {
    return new TreeSet<>(chosen).stream().map(at -> " " + at).collect(Collectors.joining());
  }
}
