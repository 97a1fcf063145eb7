package replicationlab.progress;

import java.util.Locale;

/**
 * How a step came to be passed. What counts is who did it: whoever did it himself, in whatever way,
 * has solved it, whether the lab noticed by itself or was asked to check. That the guided way shows
 * each command is no help that was asked for; a hint beyond the pointer is.
 */
public enum HowPassed {
  /** By the person: the lab did not do it, and no hint beyond the pointer was opened. */
  SOLVED,
  /** By the lab, or with its command asked for as a hint. */
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
