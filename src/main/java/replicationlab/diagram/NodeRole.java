package replicationlab.diagram;

import java.util.Arrays;
import java.util.Optional;

/** The part that a node plays in replication, which decides its colour. */
public enum NodeRole {
  /** No part of its own: drawn neutral. */
  PLAIN,
  /** Takes writes: a primary, an origin, a master. */
  PRIMARY,
  /** Follows another: a standby, a subscriber, a replica. */
  STANDBY;

  static Optional<NodeRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.name().equalsIgnoreCase(word)).findFirst();
  }
}
