package replicationlab.run;

import replicationlab.postgres.cluster.PortOwner;
import replicationlab.postgres.cluster.PortPair;

/** Another program listens on a port that the lab wants. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PortPair free;

  PortTakenException(PortOwner owner, PortPair free) {
    super(
        "Port "
            + owner.port()
            + " is taken by "
            + owner.words()
            + "; the ports "
            + free.words()
            + " are free.");
    this.free = free;
  }

  /** A pair that was free when this was thrown. */
  public PortPair free() {
    return free;
  }
}
