package replicationlab.ui.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import replicationlab.deck.Block;
import replicationlab.deck.Prose;
import replicationlab.deck.Slide;
import replicationlab.run.Wording;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.text.BlocksView;

/**
 * Shows a slide's code, its notes, and all of a lab's words, with the ports of the lab that is
 * open, so that what is read is what is typed.
 */
record SlideRewriting(Wording wording) implements UnaryOperator<Slide> {

  @Override
  public Slide apply(Slide slide) {
    return new Slide(
        slide.line(),
        slide.title(),
        slide.blocks().stream().map(this::code).toList(),
        wording.ports(slide.notes()));
  }

  /** A step's words as they are shown. */
  Node prose(List<Block> blocks) {
    BlocksView view = new BlocksView(picture -> new DiagramPlaceholder(picture.target()));
    view.show(words(blocks));
    return view;
  }

  /** A step's words: they speak of ports in the middle of a sentence. */
  List<Block> words(List<Block> blocks) {
    return blocks.stream().map(this::words).toList();
  }

  private Block words(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph ->
          new Block.Paragraph(paragraph.line(), prose(paragraph.prose()));
      case Block.Bullets bullets ->
          new Block.Bullets(
              bullets.line(),
              bullets.items().stream().map(item -> item.with(prose(item.prose()))).toList());
      case Block.Question question -> question.with(this::prose);
      default -> code(block);
    };
  }

  private Prose prose(Prose prose) {
    return new Prose(
        prose.spans().stream()
            .map(span -> new Prose.Span(span.style(), wording.ports(span.text()), span.target()))
            .toList());
  }

  private Block code(Block block) {
    return block instanceof Block.Code code
        ? new Block.Code(code.line(), code.kind(), code.info(), wording.ports(code.source()))
        : block;
  }
}
