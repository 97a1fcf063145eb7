package replicationlab.deck;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A slide's notes, with the time that the author gives the slide: a first line {@code minutes: 3}.
 *
 * @param planned null when the author gives none
 * @param text the notes without that line, Markdown as written
 */
public record TimedNotes(@Nullable Duration planned, String text) {

  private static final String MINUTES = "(\\d{1,4}(?:[.,]\\d{1,3})?)(?:\\s*min(?:utes?)?)?";

  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "\\s*minutes:[ \\t]*" + MINUTES + "[ \\t]*(?:\\R|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED = Pattern.compile("minutes:", Pattern.CASE_INSENSITIVE);

  private static final Pattern VALUE =
      Pattern.compile("\\s*" + MINUTES + "\\s*", Pattern.CASE_INSENSITIVE);

  /** Takes a slide's notes apart. */
  public static TimedNotes of(String notes) {
    Matcher matcher = FIRST_LINE.matcher(notes);
    return matcher.lookingAt()
        ? new TimedNotes(minutes(matcher.group(1)), notes.substring(matcher.end()).strip())
        : new TimedNotes(null, notes);
  }

  /**
   * What a deck's front matter gives for all of it ({@code minutes: 45}); null if it gives none.
   */
  public static @Nullable Duration ofDeck(Deck deck) {
    Matcher matcher = VALUE.matcher(deck.matter().getOrDefault("minutes", ""));
    return matcher.matches() ? minutes(matcher.group(1)) : null;
  }

  /** What is wrong with the time that a slide's notes give, as a sentence; empty if nothing is. */
  static String objection(String notes) {
    String first = notes.lines().findFirst().orElse("").strip();
    return NAMED.matcher(first).lookingAt() && of(notes).planned() == null ? wrong(first) : "";
  }

  /** The same for what the front matter gives for the whole deck. */
  static String objection(Deck deck) {
    String value = deck.matter().getOrDefault("minutes", "").strip();
    return value.isEmpty() || ofDeck(deck) != null ? "" : wrong("minutes: " + value);
  }

  private static String wrong(String written) {
    return "\"" + written + "\" gives no time; write a number of minutes, such as 'minutes: 3'";
  }

  private static Duration minutes(String number) {
    return Duration.ofMillis(Math.round(Double.parseDouble(number.replace(',', '.')) * 60_000));
  }
}
