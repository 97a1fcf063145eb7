package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks {@code [$<]} and {@code [>$]} that some decks put around a slide's body. They mean
 * nothing to us, except that the text after the closing one is a new paragraph.
 */
final class Wrapper {

  static final String OPEN = "[$<]";
  static final String CLOSE = "[>$]";

  private Wrapper() {}

  /** The slide with a blank line for each mark. */
  static List<Line> unwrap(List<Line> slide, Fences fences, List<Problem> problems) {
    List<Line> unwrapped = new ArrayList<>();
    int openedOn = 0;
    for (Line line : slide) {
      String text = line.trimmed();
      boolean isMark = !fences.covers(line) && (text.equals(OPEN) || text.equals(CLOSE));
      unwrapped.add(isMark ? line.with("") : line);
      if (isMark && text.equals(OPEN)) {
        if (openedOn > 0) {
          problems.add(notClosed(openedOn));
        }
        openedOn = line.number();
      } else if (isMark) {
        if (openedOn == 0) {
          problems.add(new Problem(line.number(), "'[>$]' closes nothing; remove it"));
        }
        openedOn = 0;
      }
    }
    if (openedOn > 0) {
      problems.add(notClosed(openedOn));
    }
    return unwrapped;
  }

  private static Problem notClosed(int line) {
    return new Problem(line, "'[$<]' is not closed; add a line '[>$]' at the end of the slide");
  }
}
