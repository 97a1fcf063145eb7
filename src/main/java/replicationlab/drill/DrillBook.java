package replicationlab.drill;

import java.util.List;
import replicationlab.deck.Problem;

/** A course's drills, in its author's order, and what is wrong with their file. */
public record DrillBook(List<Drill> drills, List<Problem> problems) {

  public DrillBook {
    drills = List.copyOf(drills);
    problems = List.copyOf(problems);
  }

  /** Those that can happen on a major. */
  public List<Drill> drillsFor(int major) {
    return drills.stream().filter(drill -> drill.predictionFor(major).isPresent()).toList();
  }

  /**
   * The drill of that name.
   *
   * @throws IllegalArgumentException with a sentence if there is none
   */
  public Drill find(String id) {
    return drills.stream()
        .filter(drill -> drill.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no drill '" + id + "'; 'drill list' names those that there are."));
  }
}
