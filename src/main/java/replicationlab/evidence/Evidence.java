package replicationlab.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One student's lab, as their file tells it.
 *
 * @param who the name that the student gave
 * @param lab the lab's name, such as "lab-exercise-1"
 * @param title the lab's title
 * @param exported when the file was made
 * @param steps how the student fared, in the lab's order
 * @param journal what happened, in the order in which it did
 */
public record Evidence(
    Path file,
    String who,
    String lab,
    String title,
    Machine machine,
    Instant exported,
    List<StepRecord> steps,
    List<Entry> journal,
    Seal seal)
    implements Opened {

  public Evidence {
    steps = List.copyOf(steps);
    journal = List.copyOf(journal);
  }

  @Override
  public String sentence() {
    return seal.sentence();
  }

  /** How many steps have passed. */
  public int passed() {
    return (int) steps.stream().filter(step -> step.state() == StepRecord.State.PASSED).count();
  }

  /**
   * The verdict of the last proof: "passed", "failed" or "undetermined"; empty if none was made.
   */
  public String proof() {
    return journal.stream()
        .filter(entry -> entry.is("proof"))
        .reduce((first, last) -> last)
        .map(entry -> entry.text("verdict"))
        .orElse("");
  }

  /** What tells this journal from every other: the digest of its first line. */
  String origin() {
    return journal.isEmpty() ? "" : journal.getFirst().text(Chain.HASH);
  }
}
