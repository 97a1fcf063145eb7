package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects blocks in order; bullets in a row become one list, pictures stand by themselves. */
final class BlockList {

  private final List<Block> blocks = new ArrayList<>();
  private final List<Block.Bullet> items = new ArrayList<>();
  private int firstItemLine;

  void add(Block block) {
    endList();
    blocks.add(block);
  }

  /** A paragraph or heading: each stretch of words becomes a block, each picture another. */
  void words(List<Inlines.Piece> pieces, int line, Function<Prose, Block> block) {
    for (Inlines.Piece piece : pieces) {
      switch (piece) {
        case Inlines.Words words -> add(block.apply(words.prose()));
        case Inlines.Shown shown -> add(new Block.Picture(line, shown.alt(), shown.target()));
      }
    }
  }

  /** An item's text, or with an empty marker a further paragraph of the item before. */
  void item(List<Inlines.Piece> pieces, int line, int level, String marker, boolean isStep) {
    String next = marker;
    for (Inlines.Piece piece : pieces) {
      switch (piece) {
        case Inlines.Words words -> {
          if (items.isEmpty()) {
            firstItemLine = line;
          }
          items.add(new Block.Bullet(level, next, isStep && !next.isEmpty(), words.prose()));
          next = "";
        }
        case Inlines.Shown shown -> add(new Block.Picture(line, shown.alt(), shown.target()));
      }
    }
  }

  List<Block> finish() {
    endList();
    return blocks;
  }

  /** What comes next is another list. */
  void endList() {
    if (!items.isEmpty()) {
      blocks.add(new Block.Bullets(firstItemLine, items));
      items.clear();
    }
  }
}
