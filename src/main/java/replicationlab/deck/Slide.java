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

  /** More than this of a slide is not shown: nobody could read it, and no screen draw it. */
  public static final int MOST_CHARACTERS = 20_000;

  /** How long the slide's text is. */
  public long characters() {
    return title.length() + blocks.stream().mapToLong(block -> block.text().length()).sum();
  }
}
