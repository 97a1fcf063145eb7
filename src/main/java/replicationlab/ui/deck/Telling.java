package replicationlab.ui.deck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import replicationlab.course.Changes;
import replicationlab.course.Retold;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.ui.text.TextMark;

/**
 * A slide as of 9.0, as it was written, or as of the version that the user works with; either way
 * it knows which of its words have changed.
 */
final class Telling implements TextMark.Finder {

  static final String THEN = "changed-then";
  static final String NOW = "changed-now";

  private final Changes changes;
  private final int major;
  private final Map<String, List<TextMark>> ofCode = new HashMap<>();
  private final Slide slide;

  Telling(Slide written, Changes changes, int major, boolean asWritten) {
    this.changes = changes;
    this.major = major;
    this.slide =
        asWritten || changes.all().isEmpty()
            ? written
            : new Slide(
                written.line(),
                written.title(),
                written.blocks().stream().map(this::asOfNow).toList(),
                written.notes());
  }

  private Block asOfNow(Block block) {
    if (!(block instanceof Block.Code code)) {
      return block;
    }
    Retold now = changes.asOf(code.source(), major);
    ofCode.put(now.text(), marks(now, true));
    return new Block.Code(code.line(), code.kind(), code.info(), now.text());
  }

  /** The slide to be shown. */
  Slide slide() {
    return slide;
  }

  @Override
  public List<TextMark> in(String text) {
    List<TextMark> known = ofCode.get(text);
    return known != null ? known : marks(changes.asWritten(text, major), false);
  }

  private static List<TextMark> marks(Retold retold, boolean rewritten) {
    return retold.stretches().stream()
        .map(it -> new TextMark(it.start(), it.end(), style(it, rewritten), it.change().words()))
        .toList();
  }

  /** A word that stays, although something about it has changed, is no new word. */
  private static String style(Retold.Stretch stretch, boolean rewritten) {
    return rewritten && stretch.change().code() != null ? NOW : THEN;
  }
}
