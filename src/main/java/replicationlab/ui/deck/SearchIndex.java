package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;

/** Every text of a deck, as it is shown, for finding words in it. */
final class SearchIndex {

  /** Nobody reads more; and a letter that is on every line must not list every line. */
  static final int MOST = 200;

  static final String NOTES = "notes";

  /** What its author said of it: it is read aloud, and not seen. */
  static final String PICTURE = "picture";

  private static final int BEFORE = 30;
  private static final int AFTER = 110;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A text: the title, a block of the slide, or of its notes. */
  private record Entry(int slide, String where, String text, String small) {}

  /**
   * A place where the words were found.
   *
   * @param slide its index
   * @param where {@link #NOTES}, {@link #PICTURE}, or empty for the slide itself
   * @param before the text just before, shortened
   * @param found the words as they stand there
   */
  record Hit(int slide, String where, String before, String found, String after) {}

  private final List<Entry> entries = new ArrayList<>();

  SearchIndex(List<Slide> slides) {
    for (int index = 0; index < slides.size(); index++) {
      Slide slide = slides.get(index);
      add(index, "", slide.title());
      for (Block block : slide.blocks()) {
        add(index, block instanceof Block.Picture ? PICTURE : "", block.text());
      }
      for (Block block : DeckReader.blocks(slide.notes())) {
        add(index, NOTES, block.text());
      }
    }
  }

  private void add(int slide, String where, String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    if (!line.isEmpty()) {
      entries.add(new Entry(slide, where, line, small(line)));
    }
  }

  /** In the order of the deck; of each text its first. Nothing for no words. */
  List<Hit> find(String words) {
    String wanted = small(SPACE.matcher(words.strip()).replaceAll(" "));
    if (wanted.isEmpty()) {
      return List.of();
    }
    return entries.stream()
        .filter(entry -> entry.small().contains(wanted))
        .limit(MOST)
        .map(entry -> hit(entry, entry.small().indexOf(wanted), wanted.length()))
        .toList();
  }

  private static Hit hit(Entry entry, int at, int length) {
    String text = entry.text();
    int end = at + length;
    int from = wordStart(text, at - BEFORE);
    int to = wordEnd(text, end + AFTER);
    return new Hit(
        entry.slide(),
        entry.where(),
        (from > 0 ? "… " : "") + text.substring(from, at),
        text.substring(at, end),
        text.substring(end, to) + (to < text.length() ? " …" : ""));
  }

  private static int wordStart(String text, int wanted) {
    return wanted <= 0 ? 0 : text.lastIndexOf(' ', wanted) + 1;
  }

  private static int wordEnd(String text, int wanted) {
    int space = wanted >= text.length() ? -1 : text.indexOf(' ', wanted);
    return space < 0 ? text.length() : space;
  }

  /** Letter by letter, so that a place in one text is the same place in the other. */
  static String small(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    if (small.length() == text.length()) {
      return small;
    }
    StringBuilder each = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      each.append(Character.toLowerCase(text.charAt(i)));
    }
    return each.toString();
  }
}
