package replicationlab.ui.slidelab;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** What the slide says that a command prints, and what it printed. */
record Comparison(List<Line> lines) {

  /** How a line stands to the slide. */
  enum Mark {
    /** As on the slide. */
    SAME,
    /** But for what differs from run to run, such as a time or a port. */
    NATURAL,
    /** Was printed, and is not on the slide. */
    ADDED,
    /** Is on the slide, and was not printed. */
    MISSING
  }

  /**
   * A line, in the order of both.
   *
   * @param slide the slide's line where it differs by nature; empty otherwise
   */
  record Line(Mark mark, String text, String slide) {}

  Comparison {
    lines = List.copyOf(lines);
  }

  /** Compares line by line; blank lines at both ends do not count. */
  static Comparison of(List<String> slide, List<String> printed) {
    List<String> expected = trimmed(slide);
    List<String> real = trimmed(printed);
    List<AbstractDelta<String>> deltas =
        DiffUtils.diff(
                expected.stream().map(ByNature::of).toList(),
                real.stream().map(ByNature::of).toList())
            .getDeltas();
    List<Line> lines = new ArrayList<>();
    int inSlide = 0;
    int inReal = 0;
    for (AbstractDelta<String> delta : deltas) {
      if (delta.getType() == DeltaType.EQUAL) {
        continue;
      }
      while (inSlide < delta.getSource().getPosition()) {
        lines.add(same(expected.get(inSlide++), real.get(inReal++)));
      }
      for (int end = inSlide + delta.getSource().size(); inSlide < end; inSlide++) {
        lines.add(new Line(Mark.MISSING, expected.get(inSlide), ""));
      }
      for (int end = inReal + delta.getTarget().size(); inReal < end; inReal++) {
        lines.add(new Line(Mark.ADDED, real.get(inReal), ""));
      }
    }
    while (inReal < real.size()) {
      lines.add(same(expected.get(inSlide++), real.get(inReal++)));
    }
    return new Comparison(lines);
  }

  private static Line same(String slide, String real) {
    boolean same = ByNature.narrow(slide).equals(ByNature.narrow(real));
    return new Line(same ? Mark.SAME : Mark.NATURAL, real, same ? "" : slide.strip());
  }

  private static List<String> trimmed(List<String> lines) {
    int begin = 0;
    int end = lines.size();
    while (begin < end && lines.get(begin).isBlank()) {
      begin++;
    }
    while (end > begin && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(begin, end);
  }

  long count(Mark mark) {
    return lines.stream().filter(line -> line.mark() == mark).count();
  }

  /** Lines that are on one side only. */
  long differences() {
    return count(Mark.ADDED) + count(Mark.MISSING);
  }

  /** The result in a sentence. */
  String words() {
    if (differences() > 0) {
      List<String> parts = new ArrayList<>();
      if (count(Mark.MISSING) > 0) {
        parts.add(lines(count(Mark.MISSING)) + " of the slide did not come");
      }
      if (count(Mark.ADDED) > 0) {
        parts.add(lines(count(Mark.ADDED)) + " came that the slide has not");
      }
      return "Not as on the slide: " + String.join(", ", parts) + ".";
    }
    return count(Mark.NATURAL) > 0
        ? "As on the slide, but for what differs from run to run."
        : "As on the slide.";
  }

  private static String lines(long count) {
    return count == 1 ? "1 line" : count + " lines";
  }
}
