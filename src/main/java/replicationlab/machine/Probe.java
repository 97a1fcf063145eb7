package replicationlab.machine;

import java.io.IOException;

/** Looks at one thing of this machine. */
public interface Probe {

  /** What it looks at. */
  String name();

  /**
   * Looks now; may take seconds.
   *
   * @throws IOException if that could not be found out
   */
  Diagnosis look() throws IOException;
}
