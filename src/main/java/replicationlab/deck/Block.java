package replicationlab.deck;

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
  }

  /** One item: level 0 is the outermost; {@code marker} is "•" or, in a numbered list, "3.". */
  record Bullet(int level, String marker, Prose prose) {}

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
