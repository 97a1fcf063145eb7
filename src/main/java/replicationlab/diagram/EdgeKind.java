package replicationlab.diagram;

import java.util.Arrays;
import java.util.Optional;

/** What moves along an edge, which decides its line and whether it is animated. */
public enum EdgeKind {
  /** A plain arrow. */
  PLAIN,
  /** Data that moves without waiting: WAL, replicated rows. Animated from the start. */
  FLOW,
  /** Data whose sender waits for the answer. Animated both ways from the start. */
  SYNC,
  /** A client's queries. Animated from the start. */
  QUERY,
  /** Planned, or a fallback. Dashed. */
  DASHED;

  boolean flowsFromStart() {
    return this == FLOW || this == SYNC || this == QUERY;
  }

  static Optional<EdgeKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(word)).findFirst();
  }
}
