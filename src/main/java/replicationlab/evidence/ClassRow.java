package replicationlab.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One file in the overview of a class.
 *
 * @param sentence the seal's words, or why the file cannot be read
 * @param remark what else an instructor should know, such as that another file has the same
 *     journal; empty for nothing
 */
public record ClassRow(Opened opened, String sentence, String remark) {

  /** The evidence; empty for a file that cannot be read. */
  public Optional<Evidence> evidence() {
    return opened instanceof Evidence evidence ? Optional.of(evidence) : Optional.empty();
  }

  /** The student's name; for a file that cannot be read, the file's. */
  public String who() {
    return evidence()
        .map(Evidence::who)
        .orElseGet(() -> String.valueOf(opened.file().getFileName()));
  }

  /** The student's steps; none for a file that cannot be read. */
  public List<StepRecord> steps() {
    return evidence().map(Evidence::steps).orElse(List.of());
  }

  /** Attempts at all steps. */
  public int attempts() {
    return steps().stream().mapToInt(StepRecord::attempts).sum();
  }

  /** Time at all steps, in seconds. */
  public long seconds() {
    return steps().stream().mapToLong(StepRecord::seconds).sum();
  }

  /** How many steps passed in a way. */
  public long passed(StepRecord.How how) {
    return steps().stream().filter(step -> step.how() == how).count();
  }

  /** Where the student is: the first step that has not passed; empty when all have. */
  public Optional<StepRecord> here() {
    return steps().stream().filter(step -> step.state() != StepRecord.State.PASSED).findFirst();
  }

  /** The step with the most failed attempts, and of those the longest; empty if none took long. */
  public Optional<StepRecord> hardest() {
    return steps().stream()
        .filter(step -> step.failures() > 0 || step.seconds() > 0)
        .max(Comparator.comparingInt(StepRecord::failures).thenComparingLong(StepRecord::seconds));
  }
}
