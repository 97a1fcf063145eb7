package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/**
 * A code block as it can be pasted or run: straight quotes and hyphens, no prompts, and where there
 * were prompts none of what the commands printed.
 *
 * @param straightened whether typographic quotes, dashes or spaces were replaced
 * @param promptsRemoved whether prompts were taken off
 * @param outputLeftOut whether lines were left out because a command had printed them
 */
public record Pasteable(
    String text, boolean straightened, boolean promptsRemoved, boolean outputLeftOut) {

  /** What Copy and Run use of this block. */
  public static Pasteable of(Block.Code code) {
    return of(code.source());
  }

  /** What Copy and Run use of this text. */
  public static Pasteable of(String source) {
    Session session = Session.of(source.lines().toList());
    if (!session.hasPrompts()) {
      String straight = straighten(source);
      return new Pasteable(straight, !straight.equals(source), false, false);
    }
    List<String> typed = new ArrayList<>();
    boolean leftOut = false;
    for (Session.Part part : session.parts()) {
      typed.addAll(part.typed());
      leftOut |= part.kind() == Session.Kind.PRINTED;
    }
    String commands = String.join("\n", typed);
    String straight = straighten(commands);
    return new Pasteable(straight, !straight.equals(commands), true, leftOut);
  }

  /** Whether the text differs from what the slide shows. */
  public boolean changed() {
    return straightened || promptsRemoved || outputLeftOut;
  }

  /** What was changed, in words for the user; empty when nothing was. */
  public String remark() {
    List<String> changes = new ArrayList<>();
    if (straightened) {
      changes.add("curly quotes and dashes made straight");
    }
    if (promptsRemoved) {
      changes.add("prompts removed");
    }
    if (outputLeftOut) {
      changes.add("output left out");
    }
    return String.join(", ", changes);
  }

  private static String straighten(String text) {
    StringBuilder straight = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4' -> straight.append('\'');
        case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033' -> straight.append('"');
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> straight.append('-');
        // Word processors make one long dash of two hyphens.
        case '\u2014' -> straight.append("--");
        case '\u00A0', '\u202F' -> straight.append(' ');
        case '\u200B', '\uFEFF' -> {}
        default -> straight.append(c);
      }
    }
    return straight.toString();
  }
}
