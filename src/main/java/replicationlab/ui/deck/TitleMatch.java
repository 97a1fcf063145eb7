package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which titles somebody means who types a number, some words, or some letters: {@code fo} and
 * {@code ovr} both mean "Fail over".
 */
final class TitleMatch {

  private static final int NO_MATCH = -1;

  private record Ranked(int index, int rank) {}

  private TitleMatch() {}

  /** The indexes of the titles that match, the best first; all of them when nothing was typed. */
  static List<Integer> best(List<String> titles, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Ranked> ranked = new ArrayList<>();
    for (int index = 0; index < titles.size(); index++) {
      int rank = rank(index + 1, titles.get(index).toLowerCase(Locale.ROOT), wanted);
      if (rank != NO_MATCH) {
        ranked.add(new Ranked(index, rank));
      }
    }
    // A stable sort: equal ones stay in the order of the deck.
    return ranked.stream()
        .sorted(Comparator.comparingInt(Ranked::rank))
        .map(Ranked::index)
        .toList();
  }

  private static int rank(int number, String title, String wanted) {
    String digits = String.valueOf(number);
    if (wanted.isEmpty() || digits.equals(wanted)) {
      return 0;
    }
    if (title.startsWith(wanted)) {
      return 1;
    }
    int at = title.indexOf(wanted);
    if (at >= 0) {
      return Character.isLetterOrDigit(title.charAt(at - 1)) ? 3 : 2;
    }
    if (digits.startsWith(wanted)) {
      return 4;
    }
    int gaps = gaps(title, wanted);
    return gaps < 0 ? NO_MATCH : 5 + gaps;
  }

  /**
   * How many letters lie between those that were typed; -1 when they are not all there in order.
   */
  private static int gaps(String title, String wanted) {
    int first = -1;
    int last = -1;
    int letters = 0;
    for (int i = 0; i < wanted.length(); i++) {
      char letter = wanted.charAt(i);
      if (Character.isWhitespace(letter)) {
        continue;
      }
      last = title.indexOf(letter, last + 1);
      if (last < 0) {
        return -1;
      }
      first = first < 0 ? last : first;
      letters++;
    }
    return last - first + 1 - letters;
  }
}
