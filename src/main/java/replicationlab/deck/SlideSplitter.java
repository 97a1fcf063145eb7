package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/** Cuts a deck at its lines {@code ***}; blank parts at the deck's two ends are no slides. */
final class SlideSplitter {

  private SlideSplitter() {}

  /** Whether this line, outside code, begins a new slide. */
  static boolean isSeparator(Line line) {
    return line.text().startsWith("***") && line.text().stripTrailing().length() == 3;
  }

  static List<List<Line>> split(List<Line> body, Fences fences) {
    List<List<Line>> parts = new ArrayList<>();
    int begin = 0;
    for (int at = 0; at < body.size(); at++) {
      if (isSeparator(body.get(at)) && !fences.covers(body.get(at))) {
        parts.add(body.subList(begin, at));
        begin = at + 1;
      }
    }
    parts.add(body.subList(begin, body.size()));
    while (!parts.isEmpty() && isBlank(parts.getFirst())) {
      parts.removeFirst();
    }
    while (!parts.isEmpty() && isBlank(parts.getLast())) {
      parts.removeLast();
    }
    return parts;
  }

  private static boolean isBlank(List<Line> lines) {
    return lines.stream().allMatch(Line::isBlank);
  }
}
