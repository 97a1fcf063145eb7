package replicationlab.progress;

import java.util.Locale;

/** How a step came to be passed. */
public enum HowPassed {
  /** By the person: the lab neither did it nor showed how. */
  SOLVED,
  /** With the command shown, or by the lab. */
  ASSISTED,
  /** The person chose to go on without it. */
  SKIPPED;

  /** By what the lab did for a step that has passed. */
  public static HowPassed of(Help help, boolean skipped) {
    return skipped ? SKIPPED : help.leavesItToThePerson() ? SOLVED : ASSISTED;
  }

  /** "solved", "assisted" or "skipped". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
