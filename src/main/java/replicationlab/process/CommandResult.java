package replicationlab.process;

import java.time.Duration;
import java.util.List;

/** What came of a command: its exit code is only meaningful when it {@link Ending#EXITED}. */
public record CommandResult(
    Ending ending, int exitCode, List<OutputLine> lines, Duration duration) {

  /** How a command ended. */
  public enum Ending {
    EXITED,
    TIMED_OUT,
    CANCELLED
  }

  public CommandResult {
    lines = List.copyOf(lines);
  }

  /** Exited with 0. */
  public boolean succeeded() {
    return ending == Ending.EXITED && exitCode == 0;
  }

  /** Everything it wrote, both streams, as it came. */
  public String text() {
    return String.join("\n", lines.stream().map(OutputLine::text).toList());
  }
}
