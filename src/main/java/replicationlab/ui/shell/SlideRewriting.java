package replicationlab.ui.shell;

import java.util.function.UnaryOperator;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.run.Wording;

/**
 * Shows a slide's code with the ports of the lab that is open, so that what is read is what is
 * typed.
 */
record SlideRewriting(Wording wording) implements UnaryOperator<Slide> {

  @Override
  public Slide apply(Slide slide) {
    return new Slide(
        slide.line(),
        slide.title(),
        slide.blocks().stream().map(this::rewrite).toList(),
        slide.notes());
  }

  private Block rewrite(Block block) {
    return block instanceof Block.Code code
        ? new Block.Code(code.line(), code.kind(), code.info(), wording.ports(code.source()))
        : block;
  }
}
