package replicationlab.deck;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deck as its author wrote it, with what is wrong with it.
 *
 * @param title from the front matter, else the first slide's title, else empty
 * @param matter the whole front matter as text values
 */
public record Deck(
    String title, Map<String, String> matter, List<Slide> slides, List<Problem> problems) {

  public Deck {
    // In the order of the file.
    matter = Collections.unmodifiableMap(new LinkedHashMap<>(matter));
    slides = List.copyOf(slides);
    problems = List.copyOf(problems);
  }
}
