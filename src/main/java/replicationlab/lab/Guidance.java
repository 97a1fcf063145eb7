package replicationlab.lab;

import java.util.List;
import replicationlab.deck.Block;

/**
 * What a step says besides its why: hints for those who want to find the way themselves, and what
 * happened for when it is done.
 *
 * @param hints the first for a version is a nudge, the second a pointer
 * @param after what happened and why, and what to look at
 */
public record Guidance(List<Passage> hints, List<Passage> after) {

  /** Nothing: the command is the only help. */
  public static final Guidance NONE = new Guidance(List.of(), List.of());

  /** How many hints a step can have for a version. */
  static final int MOST_HINTS = 2;

  /** Words that are meant for some versions. */
  public record Passage(int line, Versions versions, List<Block> words) {
    public Passage {
      words = List.copyOf(words);
    }
  }

  public Guidance {
    hints = List.copyOf(hints);
    after = List.copyOf(after);
  }

  /** The hints for a major: none, a nudge, or a nudge and a pointer. */
  public List<List<Block>> hintsFor(int major) {
    return hints.stream()
        .filter(hint -> hint.versions().contain(major))
        .map(Passage::words)
        .limit(MOST_HINTS)
        .toList();
  }

  /** What to read after a pass on a major; empty when the author wrote nothing. */
  public List<Block> afterFor(int major) {
    return after.stream()
        .filter(passage -> passage.versions().contain(major))
        .flatMap(passage -> passage.words().stream())
        .toList();
  }
}
