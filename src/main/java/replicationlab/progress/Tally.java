package replicationlab.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many of a lab's steps have passed, and how. */
public record Tally(int steps, int solved, int assisted, int skipped) {

  /** Counts steps; an empty one has not passed. */
  public static Tally of(Stream<Optional<HowPassed>> steps) {
    List<Optional<HowPassed>> all = steps.toList();
    return new Tally(
        all.size(),
        count(all, HowPassed.SOLVED),
        count(all, HowPassed.ASSISTED),
        count(all, HowPassed.SKIPPED));
  }

  private static int count(List<Optional<HowPassed>> all, HowPassed how) {
    return (int) all.stream().filter(step -> step.equals(Optional.of(how))).count();
  }

  /** How many have passed, in whatever way. */
  public int passed() {
    return solved + assisted + skipped;
  }

  /** "12 of 17". */
  public String ofAll() {
    return passed() + " of " + steps;
  }

  /** "7 solved, 5 assisted", without what there is none of; empty when nothing has passed. */
  public String ways() {
    List<String> ways = new ArrayList<>();
    add(ways, solved, HowPassed.SOLVED);
    add(ways, assisted, HowPassed.ASSISTED);
    add(ways, skipped, HowPassed.SKIPPED);
    return String.join(", ", ways);
  }

  private static void add(List<String> ways, int number, HowPassed how) {
    if (number > 0) {
      ways.add(number + " " + how.word());
    }
  }
}
