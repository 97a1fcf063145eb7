package replicationlab.progress;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a workspace remembers.
 *
 * @param lab the lab that is done here; empty before one was begun
 * @param postgres the folder with the programs that made the clusters; empty before
 * @param primaryPort the primary's port
 * @param standbyPort the standby's port
 * @param passed the steps that have passed
 */
public record Progress(
    String lab, String postgres, int primaryPort, int standbyPort, Set<String> passed) {

  /** Nothing done, on the course's own ports. */
  public static final Progress NONE = new Progress("", "", 5432, 5433, Set.of());

  public Progress {
    passed = Set.copyOf(passed);
  }

  /** The same with one more step passed, or one less. */
  public Progress withStep(String step, boolean hasPassed) {
    Set<String> steps = new LinkedHashSet<>(passed);
    if (hasPassed) {
      steps.add(step);
    } else {
      steps.remove(step);
    }
    return new Progress(lab, postgres, primaryPort, standbyPort, steps);
  }
}
