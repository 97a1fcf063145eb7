package replicationlab.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.lab.Action;
import replicationlab.lab.SlideCode;

/**
 * Code on a slide that can be run.
 *
 * @param code as of the version on which it is run, with the course's own ports
 * @param actions what it does, in order; never empty
 * @param expected what the slide shows as its output; empty when it shows none
 * @param asked the last question that the slide asks before it
 */
public record SlideBlock(
    Block.Code code, List<Action> actions, List<String> expected, Optional<Block.Question> asked) {

  /** Words with which a server refuses. */
  private static final List<String> REFUSALS = List.of("ERROR:", "FATAL:");

  public SlideBlock {
    actions = List.copyOf(actions);
    expected = List.copyOf(expected);
  }

  /**
   * All of a slide.
   *
   * @param asWritten whether code is run as the course has it, and not as of the major
   */
  public static List<SlideBlock> of(Slide slide, Changes changes, int major, boolean asWritten) {
    List<SlideBlock> found = new ArrayList<>();
    List<Block> blocks = slide.blocks();
    Optional<Block.Question> asked = Optional.empty();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Question question) {
        asked = Optional.of(question);
      }
      if (blocks.get(i) instanceof Block.Code written) {
        Block.Code code = asWritten ? written : changes.asOf(written, major);
        List<String> expected =
            i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Output output
                ? output.source().lines().toList()
                : List.of();
        boolean refused =
            expected.stream().anyMatch(line -> REFUSALS.stream().anyMatch(line::contains));
        List<Action> actions = SlideCode.actions(code, major, refused);
        if (!actions.isEmpty()) {
          found.add(new SlideBlock(code, actions, expected, asked));
        }
      }
    }
    return found;
  }
}
