package replicationlab.postgres.xray;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing about both clusters.
 *
 * @param key by which findings name it
 * @param name for people
 */
public record XrayRow(String key, String name, Cell primary, Cell standby) {

  /**
   * One cluster's side.
   *
   * @param text its value
   * @param source where it comes from, such as "postgresql.conf:60"; may be empty
   * @param file what to open for it; null if there is nothing to open
   * @param line from 1; 0 if no line is meant
   * @param decides whether it is the one of several that counts
   */
  public record Cell(String text, String source, @Nullable Path file, int line, boolean decides) {
    /** Nothing to show. */
    public static final Cell EMPTY = new Cell("", "", null, 0, false);

    static Cell of(String text) {
      return new Cell(text, "", null, 0, false);
    }

    static Cell in(String text, Path file, int line) {
      String place = line == 0 ? "" : ":" + line;
      return new Cell(text, file.getFileName() + place, file, line, false);
    }

    /** The same as the one that counts. */
    Cell deciding() {
      return new Cell(text, source, file, line, true);
    }
  }

  /** Whether the two sides say different things. */
  public boolean differs() {
    return !primary.text().equals(standby.text());
  }
}
