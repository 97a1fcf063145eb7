package replicationlab.evidence;

import java.util.Locale;

/**
 * How a student fared with one step.
 *
 * @param number its place in the lab, counted from 1
 * @param ownWay whether it passed by its checks alone, done in some other way than by Run
 * @param attempts how often it was tried until it passed; looking again at a step that has passed
 *     is no attempt
 * @param failures how many of the attempts failed
 * @param seconds how long the student was at it; of a pause at most ten minutes count
 * @param hints how often help was asked for
 */
public record StepRecord(
    int number,
    String id,
    String title,
    State state,
    How how,
    boolean ownWay,
    int attempts,
    int failures,
    long seconds,
    int hints) {

  /** Where a step stood at the end. */
  public enum State {
    /** An earlier step has not passed. */
    NOT_REACHED("not reached"),
    /** The student's next step, not tried yet. */
    OPEN("open"),
    PASSED("passed"),
    FAILED("failed"),
    UNDETERMINED("could not check");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** With how much help a step passed. */
  public enum How {
    /** Not passed. */
    NOT_YET,
    SOLVED,
    /** With a hint that gave the command, or done by the lab for the student. */
    ASSISTED,
    SKIPPED;

    /** For people. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The state, and for a passed step how it passed: "passed", "assisted", "failed". */
  public String words() {
    return state == State.PASSED && how != How.SOLVED ? how.words() : state.words();
  }
}
