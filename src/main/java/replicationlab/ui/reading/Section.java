package replicationlab.ui.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import replicationlab.deck.Slide;

/**
 * Slides in a row that have one title.
 *
 * @param first the index of the first slide
 */
record Section(String title, int first, int slides) {

  private static final int LONGEST = 80;

  static List<Section> of(List<Slide> slides) {
    List<Section> sections = new ArrayList<>();
    int begin = 0;
    for (int at = 1; at <= slides.size(); at++) {
      if (at == slides.size() || !slides.get(at).title().equals(slides.get(begin).title())) {
        sections.add(new Section(title(slides.get(begin), begin), begin, at - begin));
        begin = at;
      }
    }
    return sections;
  }

  private static String title(Slide slide, int index) {
    String title = slide.title().isBlank() ? "Slide " + (index + 1) : slide.title();
    return title.length() > LONGEST ? title.substring(0, LONGEST) + "…" : title;
  }

  boolean holds(int index) {
    return index >= first && index < first + slides;
  }

  int read(Set<Integer> all) {
    return (int) IntStream.range(first, first + slides).filter(all::contains).count();
  }
}
