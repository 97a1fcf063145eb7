package replicationlab.deck;

import java.util.List;

/** A stretch of a slide whose lines are read in one way. Never empty. */
sealed interface Chunk {

  /** Lines that CommonMark understands; list items in it begin {@code level} levels deep. */
  record Text(List<Line> lines, int level) implements Chunk {}

  /** Code, without its indent; {@code line} is where it begins, which for a fence is the fence. */
  record Verbatim(int line, String info, List<Line> lines) implements Chunk {}

  /** What psql printed, in the middle of the text. */
  record Table(List<Line> lines) implements Chunk {}
}
