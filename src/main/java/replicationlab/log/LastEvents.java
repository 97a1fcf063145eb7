package replicationlab.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** The newest lines of the log, in memory, for the report of an error. */
final class LastEvents extends Handler {

  private final Deque<String> lines = new ArrayDeque<>();
  private final int most;

  LastEvents(int most, Formatter formatter) {
    this.most = most;
    setFormatter(formatter);
  }

  @Override
  public synchronized void publish(LogRecord event) {
    if (!isLoggable(event)) {
      return;
    }
    if (lines.size() == most) {
      lines.removeFirst();
    }
    lines.addLast(getFormatter().format(event).stripTrailing());
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
