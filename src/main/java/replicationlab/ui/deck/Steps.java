package replicationlab.ui.deck;

import java.util.OptionalInt;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;

/**
 * How many steps a slide has, told without building it: its bullets that are written with a {@code
 * +} and the answers to its questions, in their order, then those of each diagram.
 */
@FunctionalInterface
public interface Steps {

  /** As the pictures of the deck's folder say; reads a diagram's file. */
  Steps OF_DIAGRAMS =
      (opened, picture) ->
          opened.pictures().find(picture) instanceof Picture.Drawn drawn
              ? drawn.diagram().steps().size()
              : 0;

  /** How many steps a picture has; 0 for one that never changes. */
  int ofPicture(OpenedDeck opened, Block.Picture picture);

  /** How many steps a slide has. */
  default int of(OpenedDeck opened, Slide slide) {
    return slide.blocks().stream()
        .mapToInt(block ->
            switch (block) {
              case Block.Bullets bullets -> bullets.steps();
              case Block.Question _ -> 1;
              case Block.Picture picture -> ofPicture(opened, picture);
              default -> 0;
            })
        .sum();
  }

  /**
   * The step that shows the answer to the last question before a line of the slide, which is what
   * stands there is asked of; empty if none is asked.
   */
  static OptionalInt answerBefore(Slide slide, int line) {
    int taken = 0;
    int answer = 0;
    for (Block block : slide.blocks()) {
      if (block.line() >= line) {
        break;
      }
      if (block instanceof Block.Bullets bullets) {
        taken += bullets.steps();
      } else if (block instanceof Block.Question) {
        answer = ++taken;
      }
    }
    return answer == 0 ? OptionalInt.empty() : OptionalInt.of(answer);
  }
}
