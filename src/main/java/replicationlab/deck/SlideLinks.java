package replicationlab.deck;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of slides for links: made from their titles, so that a link still leads to its slide when
 * others have come before it.
 */
public final class SlideLinks {

  private static final Pattern LINK = Pattern.compile("(.+?)(?:/(\\d{1,6}))?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern AT_AN_END = Pattern.compile("^-|-$");
  private static final String UNTITLED = "slide";

  private SlideLinks() {}

  /**
   * Where a link leads.
   *
   * @param number the slide's, counted from 1
   * @param step 0 when the link names none
   */
  public record Target(int number, int step) {}

  /**
   * A name for each slide: small letters, digits and dashes; the second of one title ends with
   * {@code -2}. No name is a number.
   */
  public static List<String> names(List<Slide> slides) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    // Numbers below are taken: ten thousand slides of one title do not each try all of them.
    Map<String, Integer> next = new HashMap<>();
    for (Slide slide : slides) {
      String name = name(slide.title());
      String free = name;
      int number = next.getOrDefault(name, 2);
      while (!taken.add(free)) {
        free = name + "-" + number++;
      }
      next.put(name, number);
      names.add(free);
    }
    return names;
  }

  /** The name of one slide, its index counted from 0: it depends on those before it alone. */
  public static String name(List<Slide> slides, int index) {
    return names(slides.subList(0, index + 1)).getLast();
  }

  private static String name(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String dashed = BETWEEN_WORDS.matcher(plain).replaceAll("-");
    String name = AT_AN_END.matcher(dashed).replaceAll("");
    if (name.isEmpty()) {
      return UNTITLED;
    }
    return NUMBER.matcher(name).matches() ? UNTITLED + "-" + name : name;
  }

  /**
   * The slide that a link names: {@code 5}, {@code failover}, {@code failover/2}; nothing when
   * there is none.
   */
  public static Optional<Target> find(List<Slide> slides, String link) {
    Matcher parts = LINK.matcher(link.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int step = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    String slide = parts.group(1);
    int number =
        NUMBER.matcher(slide).matches()
            ? Integer.parseInt(slide)
            : names(slides).indexOf(slide.toLowerCase(Locale.ROOT)) + 1;
    return number >= 1 && number <= slides.size()
        ? Optional.of(new Target(number, step))
        : Optional.empty();
  }
}
