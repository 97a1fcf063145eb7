package replicationlab.postgres.xray;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps two clusters from replicating, or that will.
 *
 * @param row the key of the row that is lit, see {@link XrayRow#key()}
 * @param sentence what is wrong, and the remedy
 * @param file where to mend it; null if it is no file's matter
 * @param line from 1; 0 if no line is meant
 */
public record XrayFinding(
    Weight weight, String row, String sentence, @Nullable Path file, int line) {

  /** How much it matters. */
  public enum Weight {
    /** Replication cannot work. */
    PROBLEM,
    /** Worth knowing; may be meant. */
    NOTE
  }
}
