package replicationlab.lab;

import java.util.List;
import replicationlab.deck.Problem;

/**
 * A guided lab.
 *
 * @param id how the command line names it: the file's name without its ending
 * @param digest the SHA-256 of its text, in hexadecimal; empty for a lab that was made of no text
 */
public record Lab(
    String id, String title, List<Step> steps, List<Problem> problems, String digest) {

  public Lab {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** A step's title; the name itself if the lab has no such step any more. */
  public String titleOf(String step) {
    return steps.stream()
        .filter(each -> each.id().equals(step))
        .map(Step::title)
        .findFirst()
        .orElse(step);
  }

  /** A step's place and title, "7 of 17 · Start the primary"; the name itself if it has no such. */
  public String placeOf(String step) {
    return steps.stream()
        .filter(each -> each.id().equals(step))
        .map(each -> place(steps.indexOf(each) + 1, steps.size(), each.title()))
        .findFirst()
        .orElse(step);
  }

  /** The same of a step that is only known by its number, counted from 1, and its title. */
  public static String place(int number, int steps, String title) {
    return "%d of %d · %s".formatted(number, steps, title);
  }

  /** A lab that was made of no text. */
  public Lab(String id, String title, List<Step> steps, List<Problem> problems) {
    this(id, title, steps, problems, "");
  }
}
