package replicationlab.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A text as of some version, with the stretches of it that have changed since the course was
 * written: at the least, on the way from then to now.
 */
public record Retold(String text, List<Stretch> stretches) {

  /** From one character to before another, and what has changed there. */
  public record Stretch(int start, int end, Change change) {}

  public Retold {
    stretches = List.copyOf(stretches);
  }

  /** The text as it was written; {@code changes} one for each word. */
  static Retold asWritten(String text, List<Change> changes) {
    return new Retold(text, found(text, changes));
  }

  /** Code as it is written now: lines that are written otherwise are. */
  static Retold asOf(String code, List<Change> changes) {
    StringBuilder now = new StringBuilder();
    List<Stretch> stretches = new ArrayList<>();
    for (String line : code.split("(?<=\n)", -1)) {
      List<Stretch> inLine = found(line, changes);
      int at = now.length();
      Stretch first =
          inLine.stream().filter(it -> it.change().code() != null).findFirst().orElse(null);
      if (first == null) {
        inLine.forEach(
            it -> stretches.add(new Stretch(at + it.start(), at + it.end(), it.change())));
        now.append(line);
      } else {
        String old = line.strip();
        String fresh = String.valueOf(first.change().code());
        int indent = line.indexOf(old);
        now.append(line, 0, indent).append(fresh).append(line.substring(indent + old.length()));
        stretches.add(difference(old, fresh, at + indent, first.change()));
      }
    }
    return new Retold(now.toString(), stretches);
  }

  /** What is new in a line: without the words that it begins and ends with as before. */
  private static Stretch difference(String old, String fresh, int offset, Change change) {
    int start = 0;
    int end = 0;
    int most = Math.min(old.length(), fresh.length());
    while (start < most && old.charAt(start) == fresh.charAt(start)) {
      start++;
    }
    while (end < most - start
        && old.charAt(old.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
      end++;
    }
    // Never half a word.
    while (start > 0 && isWord(fresh, start - 1)) {
      start--;
    }
    while (end > 0 && isWord(fresh, fresh.length() - end)) {
      end--;
    }
    return start >= fresh.length() - end
        ? new Stretch(offset, offset + fresh.length(), change)
        : new Stretch(offset + start, offset + fresh.length() - end, change);
  }

  private static boolean isWord(String text, int index) {
    return Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_';
  }

  /** In order; of two that overlap, the longer. */
  private static List<Stretch> found(String text, List<Change> changes) {
    List<Stretch> all = new ArrayList<>();
    for (Change change : changes) {
      Matcher matcher = Changes.pattern(change.word()).matcher(text);
      while (matcher.find()) {
        all.add(new Stretch(matcher.start(), matcher.end(), change));
      }
    }
    all.sort(Comparator.comparingInt(stretch -> stretch.start() - stretch.end()));
    List<Stretch> apart = new ArrayList<>();
    for (Stretch stretch : all) {
      if (apart.stream()
          .noneMatch(it -> it.start() < stretch.end() && stretch.start() < it.end())) {
        apart.add(stretch);
      }
    }
    apart.sort(Comparator.comparingInt(Stretch::start));
    return apart;
  }
}
