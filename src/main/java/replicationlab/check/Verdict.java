package replicationlab.check;

import java.util.Locale;

/**
 * What a check found. "Could not check" is neither of the others and is never shown as one of them.
 */
public enum Verdict {
  PASSED("passed"),
  FAILED("failed"),
  UNDETERMINED("could not check");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** For JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict on two things together: one failure fails both; a pass needs two. */
  public Verdict and(Verdict other) {
    if (this == FAILED || other == FAILED) {
      return FAILED;
    }
    return this == UNDETERMINED ? this : other;
  }
}
