package replicationlab.progress;

/** How far the lab has helped with a step; each is more than the one before. */
public enum Help {
  NONE,
  /** The author's first hint was read: in which direction to look. */
  NUDGE,
  /** The second: what to use, and where. */
  POINTER,
  /** The exact command or change was shown. */
  COMMAND,
  /** The lab did it. */
  DONE;

  /** The greater of the two. */
  public Help and(Help other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether a person who got this much and no more has found the way without being told. */
  public boolean leavesItToThePerson() {
    return compareTo(COMMAND) < 0;
  }
}
