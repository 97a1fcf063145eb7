package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Turns a slide's chunks into blocks; commonmark-java reads the text. */
final class BlockMaker {

  /** Nobody nests deeper; beyond it brackets are text, so that no input exhausts the stack. */
  static final int DEEPEST = 40;

  /** The marker of bullets that are shown one after the other. */
  private static final String STEP = "+";

  /** No thematic breaks and no HTML: {@code <something>} on a slide is text. */
  private static final Parser COMMONMARK =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  ListBlock.class,
                  BlockQuote.class,
                  FencedCodeBlock.class,
                  IndentedCodeBlock.class))
          .extensions(List.of(TaskListItemsExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private final List<Line> lines;
  private final BlockList blocks = new BlockList();

  private BlockMaker(List<Line> lines) {
    this.lines = lines;
  }

  static List<Block> blocks(List<Chunk> chunks) {
    List<Block> blocks = new ArrayList<>();
    for (Chunk chunk : chunks) {
      switch (chunk) {
        case Chunk.Text text -> blocks.addAll(text(text));
        case Chunk.Verbatim code -> blocks.addAll(CodeBlocks.of(code));
        case Chunk.Table table ->
            blocks.add(new Block.Output(table.lines().getFirst().number(), source(table.lines())));
      }
    }
    return blocks;
  }

  private static List<Block> text(Chunk.Text chunk) {
    BlockMaker maker = new BlockMaker(chunk.lines());
    maker.readChildren(COMMONMARK.parse(source(chunk.lines())), chunk.level());
    return maker.blocks.finish();
  }

  static String source(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  private void readChildren(Node parent, int level) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read(node, level);
    }
  }

  private void read(Node node, int level) {
    switch (node) {
      case Heading heading ->
          blocks.words(
              Inlines.of(heading),
              line(node),
              prose -> new Block.Heading(line(node), heading.getLevel(), prose));
      case Paragraph paragraph ->
          blocks.words(
              Inlines.of(paragraph), line(node), prose -> new Block.Paragraph(line(node), prose));
      case ListBlock list when isOfTasks(list) -> {
        // What it offers are choices; bullets before and after are none of them.
        blocks.endList();
        list(list, level);
        blocks.endList();
      }
      case ListBlock list -> list(list, level);
      case FencedCodeBlock code -> code(node, code.getInfo(), code.getLiteral());
      case IndentedCodeBlock code -> code(node, "", code.getLiteral());
      case LinkReferenceDefinition link -> definition(link);
      default -> readChildren(node, level);
    }
  }

  private static boolean isOfTasks(ListBlock list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item.getFirstChild() instanceof TaskListItemMarker) {
        return true;
      }
    }
    return false;
  }

  private void list(ListBlock list, int level) {
    if (list instanceof OrderedList numbered) {
      items(
          list,
          Objects.requireNonNullElse(numbered.getMarkerDelimiter(), "."),
          Objects.requireNonNullElse(numbered.getMarkerStartNumber(), 1),
          level);
    } else {
      items(list, "•", 0, level);
    }
  }

  /** An item's own text becomes a bullet; what else the item holds follows in its order. */
  private void items(ListBlock list, String marker, int number, int level) {
    boolean isNumbered = list instanceof OrderedList;
    boolean isSteps = list instanceof BulletList bullets && STEP.equals(bullets.getMarker());
    int next = number;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String own = isNumbered ? next + marker : marker;
      next++;
      boolean isFirst = true;
      for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof TaskListItemMarker task) {
          own = task.isChecked() ? Questions.TICKED : Questions.OPEN;
        } else if (child instanceof ListBlock || child instanceof BlockQuote) {
          read(child, level + 1);
        } else if (child instanceof Paragraph || child instanceof Heading) {
          blocks.item(Inlines.of(child), line(child), level, isFirst ? own : "", isSteps);
          isFirst = false;
        } else {
          read(child, level + 1);
        }
      }
    }
  }

  private void code(Node node, String info, String literal) {
    int line = line(node);
    List<Line> code = new ArrayList<>();
    literal.lines().forEach(text -> code.add(new Line(line, text)));
    CodeBlocks.of(new Chunk.Verbatim(line, info == null ? "" : info, code)).forEach(blocks::add);
  }

  /** Shown as it was written: a reader can use the address, and no word is lost. */
  private void definition(LinkReferenceDefinition link) {
    String title = link.getTitle() == null ? "" : " " + link.getTitle();
    String text = "[" + link.getLabel() + "]: " + link.getDestination() + title;
    blocks.add(new Block.Paragraph(line(link), Prose.plain(text)));
  }

  private int line(Node node) {
    int index =
        node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex();
    return lines.get(Math.min(index, lines.size() - 1)).number();
  }
}
