package replicationlab.machine;

import java.util.Locale;

/** How something of this machine is; "could not check" is neither good nor bad. */
public enum Grade {
  OK("ok"),
  /** The lab works, but not all of it, or slowly. */
  WARNING("warning"),
  /** The lab does not work until this is mended. */
  PROBLEM("problem"),
  UNKNOWN("could not check");

  private final String words;

  Grade(String words) {
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
}
