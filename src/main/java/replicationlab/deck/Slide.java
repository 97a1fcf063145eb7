package replicationlab.deck;

import java.util.List;

/**
 * One slide.
 *
 * @param line the line in the deck's file on which the slide begins, counted from 1
 * @param title the first {@code # heading}; empty when the slide has none
 * @param notes the speaker's notes, Markdown as written; empty when there are none
 */
public record Slide(int line, String title, List<Block> blocks, String notes) {

  public Slide {
    blocks = List.copyOf(blocks);
  }
}
