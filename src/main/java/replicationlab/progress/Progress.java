package replicationlab.progress;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a workspace remembers.
 *
 * @param lab the lab that is done here; empty before one was begun
 * @param postgres the folder with the programs that made the clusters; empty before
 * @param primaryPort the primary's port
 * @param standbyPort the standby's port
 * @param passed the steps that have passed
 * @param help how far the lab has helped with each step; see {@link #helpWith}
 * @param skipped the steps that the person chose to skip
 * @param open the step that was open last; empty when none was
 * @param predictions what was answered to the steps' questions: the numbers of the choices by the
 *     question's name, which is for others to give; no number for a question that was left out
 */
public record Progress(
    String lab,
    String postgres,
    int primaryPort,
    int standbyPort,
    Set<String> passed,
    Map<String, Help> help,
    Set<String> skipped,
    String open,
    Map<String, List<Integer>> predictions) {

  /** Nothing done, on the course's own ports. */
  public static final Progress NONE = new Progress("", "", 5432, 5433, Set.of());

  public Progress {
    passed = Set.copyOf(passed);
    // A file that an older version wrote has none of these.
    help = Map.copyOf(Objects.requireNonNullElse(help, Map.of()));
    skipped = Set.copyOf(Objects.requireNonNullElse(skipped, Set.of()));
    open = Objects.requireNonNullElse(open, "");
    predictions = Map.copyOf(Objects.requireNonNullElse(predictions, Map.of()));
  }

  /** With nothing known of help, and no step open. */
  public Progress(
      String lab, String postgres, int primaryPort, int standbyPort, Set<String> passed) {
    this(lab, postgres, primaryPort, standbyPort, passed, Map.of(), Set.of(), "", Map.of());
  }

  /**
   * How far the lab has helped with a step. What passed before the lab kept account of it passed
   * with the command in sight.
   */
  public Help helpWith(String step) {
    return help.getOrDefault(step, passed.contains(step) ? Help.DONE : Help.NONE);
  }

  /** How a step was passed; empty for one that has not. */
  public Optional<HowPassed> how(String step) {
    return passed.contains(step)
        ? Optional.of(HowPassed.of(helpWith(step), skipped.contains(step)))
        : Optional.empty();
  }

  /** The same with one more step passed, or one less. */
  public Progress withStep(String step, boolean hasPassed) {
    return new Progress(
        lab,
        postgres,
        primaryPort,
        standbyPort,
        with(passed, step, hasPassed),
        help,
        skipped,
        open,
        predictions);
  }

  /** The same with a step's help, and whether it was skipped. */
  public Progress withHelp(String step, Help given, boolean wasSkipped) {
    Map<String, Help> all = new LinkedHashMap<>(help);
    all.put(step, given);
    return new Progress(
        lab,
        postgres,
        primaryPort,
        standbyPort,
        passed,
        all,
        with(skipped, step, wasSkipped),
        open,
        predictions);
  }

  /** The same on other ports. */
  public Progress on(int primary, int standby) {
    return new Progress(lab, postgres, primary, standby, passed, help, skipped, open, predictions);
  }

  /** The same with another step open. */
  public Progress at(String step) {
    return new Progress(
        lab, postgres, primaryPort, standbyPort, passed, help, skipped, step, predictions);
  }

  private static Set<String> with(Set<String> set, String step, boolean contained) {
    Set<String> steps = new LinkedHashSet<>(set);
    if (contained) {
      steps.add(step);
    } else {
      steps.remove(step);
    }
    return steps;
  }

  /** The same with other steps passed. */
  public Progress withPassed(Set<String> steps) {
    return new Progress(
        lab, postgres, primaryPort, standbyPort, steps, help, skipped, open, predictions);
  }

  /** The same with what was answered to a question, in the place of what was before. */
  public Progress withPrediction(String question, List<Integer> chosen) {
    Map<String, List<Integer>> all = new LinkedHashMap<>(predictions);
    all.put(question, List.copyOf(chosen));
    return new Progress(lab, postgres, primaryPort, standbyPort, passed, help, skipped, open, all);
  }
}
