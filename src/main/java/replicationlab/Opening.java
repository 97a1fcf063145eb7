package replicationlab;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the window is asked to open.
 *
 * @param deck a deck's file; empty for the deck that was open last
 * @param slide a link to a slide of it; empty for the one at which it was left
 */
record Opening(String deck, String slide) {

  /** No command's name has such an end. */
  private static final Pattern DECK = Pattern.compile(".+\\.(md|markdown)");

  private static final String SLIDE = "--slide";

  /** What can be understood before the commands are known; nothing for all that may be one. */
  static Optional<Opening> early(List<String> words) {
    return of(words, word -> !DECK.matcher(word).matches());
  }

  /** Whether a word can be meant as a deck, and not as a command that nobody knows. */
  static boolean mayBeDeck(String word) {
    return DECK.matcher(word).matches() || new File(word).exists();
  }

  /**
   * Reads {@code [FILE] [--slide LINK]}; nothing when it is for the command line.
   *
   * @param isCommand whether a first word is one of the command line's
   */
  static Optional<Opening> of(List<String> words, Predicate<String> isCommand) {
    String deck = "";
    String slide = "";
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (word.equals(SLIDE) && at + 1 < words.size()) {
        slide = words.get(++at);
      } else if (word.startsWith(SLIDE + "=")) {
        slide = word.substring(SLIDE.length() + 1);
      } else if (deck.isEmpty() && !isCommand.test(word)) {
        deck = word;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Opening(deck, slide));
  }
}
