package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/** One block of a slide, in the order in which the author wrote them. */
public sealed interface Block {

  /** The line in the deck's file on which the block begins, counted from 1. */
  int line();

  /** The block's words as plain text, without markup; for search, JSON and tests. */
  String text();

  /** A heading inside a slide; level 1 to 6. */
  record Heading(int line, int level, Prose prose) implements Block {
    @Override
    public String text() {
      return prose.text();
    }
  }

  /** Running text. */
  record Paragraph(int line, Prose prose) implements Block {
    @Override
    public String text() {
      return prose.text();
    }
  }

  /** A list; nested lists are flattened into levels. */
  record Bullets(int line, List<Bullet> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return String.join("\n", items.stream().map(item -> item.prose().text()).toList());
    }

    /** How many of the items are steps. */
    public int steps() {
      return (int) items.stream().filter(Bullet::isStep).count();
    }

    /**
     * At which of the list's steps each item appears; 0 is from the start. What is nested in an
     * item, and its further paragraphs, come with it.
     */
    public List<Integer> appearances() {
      List<Integer> appearances = new ArrayList<>();
      int steps = 0;
      int with = 0;
      int level = Integer.MAX_VALUE;
      for (Bullet item : items) {
        if (item.isStep()) {
          with = ++steps;
          level = item.level();
        } else if (item.level() < level || (item.level() == level && !item.marker().isEmpty())) {
          with = 0;
          level = Integer.MAX_VALUE;
        }
        appearances.add(with);
      }
      return appearances;
    }
  }

  /**
   * One item: level 0 is the outermost; {@code marker} is "•" or, in a numbered list, "3.".
   *
   * @param isStep whether the author wrote it with a {@code +}: it is shown when its turn comes,
   *     and not before
   */
  record Bullet(int level, String marker, boolean isStep, Prose prose) {

    /** The same item with other words. */
    public Bullet with(Prose words) {
      return new Bullet(level, marker, isStep, words);
    }
  }

  /**
   * Code as the author wrote it, curly quotes included.
   *
   * @param info the words after the fence ("sh versions=..14"); empty for an indented block
   */
  record Code(int line, CodeKind kind, String info, String source) implements Block {
    @Override
    public String text() {
      return source;
    }
  }

  /** What psql printed: one preformatted table with its caption and row count. */
  record Output(int line, String source) implements Block {
    @Override
    public String text() {
      return source;
    }
  }

  /** A picture: {@code target} as written, such as {@code ./images/failover.png}. */
  record Picture(int line, String alt, String target) implements Block {
    @Override
    public String text() {
      return alt.isEmpty() ? target : alt;
    }
  }
}
