package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import replicationlab.ui.text.TextMark;

/**
 * Marks the words that were searched for, and what another finder marks where these are not.
 *
 * @param words in whatever case; empty for none
 */
record Sought(String words, TextMark.Finder others) implements TextMark.Finder {

  static final String STYLE = "sought";

  @Override
  public List<TextMark> in(String text) {
    List<TextMark> found = found(text);
    if (found.isEmpty()) {
      return others.in(text);
    }
    List<TextMark> all = new ArrayList<>(found);
    others.in(text).stream()
        .filter(mark -> found.stream().noneMatch(own -> overlap(own, mark)))
        .forEach(all::add);
    all.sort(Comparator.comparingInt(TextMark::start));
    return all;
  }

  private List<TextMark> found(String text) {
    List<TextMark> found = new ArrayList<>();
    String small = SearchIndex.small(text);
    String wanted = SearchIndex.small(words);
    int at = wanted.isBlank() ? -1 : small.indexOf(wanted);
    while (at >= 0) {
      int end = at + wanted.length();
      found.add(new TextMark(at, end, STYLE, "What was searched for"));
      at = small.indexOf(wanted, end);
    }
    return found;
  }

  private static boolean overlap(TextMark one, TextMark other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
