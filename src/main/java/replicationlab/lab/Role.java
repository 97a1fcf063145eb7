package replicationlab.lab;

import java.util.Locale;

/** The part that a cluster plays in the lab. */
public enum Role {
  PRIMARY,
  STANDBY;

  /** "primary" or "standby". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
