package replicationlab.lab;

import java.util.List;
import replicationlab.deck.Problem;

/**
 * A guided lab.
 *
 * @param id how the command line names it: the file's name without its ending
 */
public record Lab(String id, String title, List<Step> steps, List<Problem> problems) {

  public Lab {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }
}
