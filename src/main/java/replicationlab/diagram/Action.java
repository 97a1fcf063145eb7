package replicationlab.diagram;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a step does.
 *
 * @param destination the node that {@link Verb#MOVE} moves to; empty for the other verbs
 * @param text the new words of {@link Verb#LABEL}, {@link Verb#NOTE} and, if not empty, of {@link
 *     Verb#PROMOTE} and {@link Verb#DEMOTE}
 */
public record Action(Verb verb, Target target, String destination, String text) {

  /** What can happen. */
  public enum Verb {
    /** The node stops working: crossed, its edges broken. */
    FAIL,
    /** The node works again. */
    RESTORE,
    /** The node becomes a primary. */
    PROMOTE,
    /** The node becomes a standby. */
    DEMOTE,
    /** What was joined to something else is now joined to the destination. */
    MOVE,
    /** Seen from now on. */
    SHOW,
    /** Not seen from now on. */
    HIDE,
    /** Pale: there, but out of reach or not yet of use. */
    DIM,
    /** No longer pale. */
    LIGHT,
    /** Stressed during this step only. */
    HIGHLIGHT,
    /** The edge's dots move from now on. */
    FLOW,
    /** The edge's dots stand still from now on. */
    STOP,
    /** New words. */
    LABEL,
    /** A new second line; empty text removes it. */
    NOTE;

    /** The verb as an author writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verb> of(String word) {
      return Arrays.stream(values()).filter(verb -> verb.name().equalsIgnoreCase(word)).findFirst();
    }
  }

  /** What an action is done to: names of nodes, edges and groups. */
  public record Target(Set<String> nodes, Set<String> edges, Set<String> groups) {
    public Target {
      nodes = Set.copyOf(nodes);
      edges = Set.copyOf(edges);
      groups = Set.copyOf(groups);
    }
  }
}
