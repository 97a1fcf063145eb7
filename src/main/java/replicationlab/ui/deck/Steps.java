package replicationlab.ui.deck;

import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;

/**
 * How many steps a slide has, told without building it: its bullets that are written with a {@code
 * +}, in their order, then those of each diagram.
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
              case Block.Picture picture -> ofPicture(opened, picture);
              default -> 0;
            })
        .sum();
  }
}
