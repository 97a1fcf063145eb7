package replicationlab.ui.deck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;

/**
 * Names slides so that two with one title can be told apart: by their first heading, else by
 * number.
 */
final class SlideNames {

  private static final int LONGEST = 60;

  private SlideNames() {}

  static List<String> of(List<Slide> slides) {
    Map<String, Long> titles =
        slides.stream().collect(Collectors.groupingBy(SlideNames::title, Collectors.counting()));
    List<String> names =
        slides.stream()
            .map(slide ->
                titles.getOrDefault(title(slide), 1L) > 1 ? withHeading(slide) : title(slide))
            .toList();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Long> same =
        names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    return IntStream.range(0, names.size())
        .mapToObj(index -> {
          String name = names.get(index);
          int number = seen.merge(name, 1, Integer::sum);
          return same.getOrDefault(name, 1L) > 1 ? name + " (" + number + ")" : name;
        })
        .toList();
  }

  private static String title(Slide slide) {
    if (!slide.title().isEmpty()) {
      return brief(slide.title());
    }
    String text = slide.blocks().isEmpty() ? "" : slide.blocks().getFirst().text().strip();
    String line = text.lines().findFirst().orElse("Untitled");
    return brief(line);
  }

  private static String brief(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static String withHeading(Slide slide) {
    return slide.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .findFirst()
        .map(heading -> brief(heading.text()).replaceFirst(":\\s*$", ""))
        .orElse(title(slide));
  }
}
