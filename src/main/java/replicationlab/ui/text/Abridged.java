package replicationlab.ui.text;

import java.util.ArrayList;
import java.util.List;
import replicationlab.deck.Block;
import replicationlab.deck.Prose;
import replicationlab.deck.Slide;

/**
 * Blocks of which no more is left than a screen can draw at once: a line of a million characters
 * would hold the window up for minutes. What is left out is said.
 */
final class Abridged {

  private static final int MOST_LINES = 400;
  private static final int MOST_BLOCKS = 120;

  private final List<Block> shown = new ArrayList<>();
  private int characters = Slide.MOST_CHARACTERS;
  private int lines = MOST_LINES;
  private boolean full;

  private Abridged() {}

  static List<Block> of(List<? extends Block> blocks) {
    Abridged abridged = new Abridged();
    for (Block block : blocks) {
      if (abridged.shown.size() < MOST_BLOCKS && !abridged.full) {
        abridged.shown.add(abridged.fitting(block));
      } else {
        abridged.full = true;
      }
      if (abridged.full) {
        abridged.endAt(block.line());
        break;
      }
    }
    return abridged.shown;
  }

  private void endAt(int line) {
    shown.add(
        new Block.Paragraph(
            line,
            Prose.plain("… There is more; the file has all of it, from line " + line + " on.")));
  }

  /** The block itself if there is room for all of it. */
  private Block fitting(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          fits(heading.text())
              ? heading
              : new Block.Heading(heading.line(), heading.level(), cut(heading.prose()));
      case Block.Paragraph paragraph ->
          fits(paragraph.text())
              ? paragraph
              : new Block.Paragraph(paragraph.line(), cut(paragraph.prose()));
      case Block.Bullets bullets -> bullets(bullets);
      case Block.Code code ->
          fits(code.source())
              ? code
              : new Block.Code(code.line(), code.kind(), code.info(), cut(code.source()));
      case Block.Output output ->
          fits(output.source()) ? output : new Block.Output(output.line(), cut(output.source()));
      case Block.Picture picture -> picture;
      case Block.Question question ->
          fits(question.text())
              ? question
              : new Block.Paragraph(question.line(), Prose.plain(cut(question.text())));
    };
  }

  private Block bullets(Block.Bullets bullets) {
    List<Block.Bullet> items = new ArrayList<>();
    for (Block.Bullet item : bullets.items()) {
      if (!fits(item.prose().text())) {
        items.add(item.with(cut(item.prose())));
        return new Block.Bullets(bullets.line(), items);
      }
      items.add(item);
    }
    return bullets;
  }

  /** Takes the room that a text needs, if there is enough. */
  private boolean fits(String text) {
    if (text.length() > characters || newLines(text) + 1 > lines) {
      full = true;
      return false;
    }
    characters -= text.length();
    lines -= newLines(text) + 1;
    return true;
  }

  private static int newLines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private String cut(String text) {
    int end = Math.min(text.length(), Math.max(0, characters));
    int left = lines;
    for (int at = 0; at < end; at++) {
      if (text.charAt(at) == '\n' && --left <= 0) {
        end = at;
      }
    }
    return text.substring(0, end) + "…";
  }

  private Prose cut(Prose prose) {
    List<Prose.Span> spans = new ArrayList<>();
    int left = Math.max(0, characters);
    for (Prose.Span span : prose.spans()) {
      int end = Math.min(left, span.text().length());
      spans.add(new Prose.Span(span.style(), span.text().substring(0, end), span.target()));
      left -= end;
      if (left == 0) {
        break;
      }
    }
    spans.add(new Prose.Span(Prose.Style.PLAIN, "…", ""));
    return new Prose(spans);
  }
}
