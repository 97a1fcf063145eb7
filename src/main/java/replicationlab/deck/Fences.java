package replicationlab.deck;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fenced code blocks of a file, found before anything else: inside them nothing has a meaning.
 */
final class Fences {

  /**
   * One fenced block.
   *
   * @param indent the columns of white space that its lines may lose
   * @param lastLine the number of the closing fence's line, or of the last code line if unclosed
   */
  record Fence(String info, int indent, int lastLine, boolean closed) {}

  private static final Pattern OPEN =
      Pattern.compile("([ \t]*)((?:[*+-]|\\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)", Pattern.DOTALL);

  private final Map<Integer, Fence> byOpeningLine = new HashMap<>();
  private final BitSet inside = new BitSet();

  private Fences() {}

  static Fences of(List<Line> lines, List<Problem> problems) {
    Fences fences = new Fences();
    boolean list = false;
    int at = 0;
    while (at < lines.size()) {
      Line line = lines.get(at);
      Matcher open = OPEN.matcher(line.text());
      if (opens(open) && (line.indent() < Line.TAB || list)) {
        int last = fences.add(lines, at, open, problems);
        at = last + 1;
      } else {
        list = ListMarker.of(line) != null ? (list || !line.isIndented()) : list && !endsList(line);
        at++;
      }
    }
    return fences;
  }

  @Nullable Fence openedAt(int lineNumber) {
    return byOpeningLine.get(lineNumber);
  }

  boolean covers(Line line) {
    return inside.get(line.number());
  }

  private static boolean endsList(Line line) {
    return !line.isBlank() && line.indent() < 2;
  }

  private static boolean opens(Matcher open) {
    // A backtick in the info string makes it inline code: ```like this```.
    return open.matches() && !(open.group(3).startsWith("`") && open.group(4).contains("`"));
  }

  private int add(List<Line> lines, int open, Matcher opening, List<Problem> problems) {
    String fence = opening.group(3);
    int close = closing(lines, open, fence);
    int last = close;
    Line first = lines.get(open);
    if (close < 0) {
      problems.add(
          new Problem(first.number(), "the code block is not closed; add a line '" + fence + "'"));
      last = open;
      while (last + 1 < lines.size() && !endsSlide(lines.get(last + 1))) {
        last++;
      }
    }
    int lastLine = lines.get(last).number();
    int indent = first.indent() + (opening.group(2) == null ? 0 : opening.group(2).length());
    byOpeningLine.put(
        first.number(), new Fence(opening.group(4).strip(), indent, lastLine, close >= 0));
    inside.set(first.number(), lastLine + 1);
    return last;
  }

  private static boolean endsSlide(Line line) {
    return SlideSplitter.isSeparator(line) || line.trimmed().equals(Wrapper.CLOSE);
  }

  /**
   * The index of the closing fence, or -1. A block that runs over the end of its slide into another
   * opening fence was not closed either: better one bad slide than all that follow in one block.
   */
  private static int closing(List<Line> lines, int open, String fence) {
    char mark = fence.charAt(0);
    boolean leftSlide = false;
    for (int at = open + 1; at < lines.size(); at++) {
      Line line = lines.get(at);
      String text = line.trimmed();
      int run = run(text, mark);
      if (run >= fence.length() && run == text.length()) {
        return at;
      }
      if (leftSlide && run >= 3) {
        return -1;
      }
      leftSlide |= endsSlide(line);
    }
    return -1;
  }

  private static int run(String text, char mark) {
    int length = 0;
    while (length < text.length() && text.charAt(length) == mark) {
      length++;
    }
    return length;
  }
}
