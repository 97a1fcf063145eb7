package replicationlab.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The first and the last lines of an output of any length. */
public final class KeptLines {

  private final int most;
  private final List<OutputLine> first = new ArrayList<>();
  private final Deque<OutputLine> last = new ArrayDeque<>();
  private long leftOut;

  /**
   * @param most how many are kept of the beginning, and as many of the end
   */
  public KeptLines(int most) {
    this.most = most;
  }

  /** Takes the next line. */
  public synchronized void add(OutputLine line) {
    if (first.size() < most) {
      first.add(line);
      return;
    }
    last.add(line);
    if (last.size() > most) {
      last.remove();
      leftOut++;
    }
  }

  /** What was kept; where lines are missing, one line says how many. */
  public synchronized List<OutputLine> all() {
    List<OutputLine> all = new ArrayList<>(first);
    if (leftOut > 0) {
      all.add(new OutputLine(OutputLine.Stream.OUT, "… " + leftOut + " lines left out …"));
    }
    all.addAll(last);
    return all;
  }
}
