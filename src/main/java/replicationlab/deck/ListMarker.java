package replicationlab.deck;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a list item begins: its indent in columns, its marker ("*", "-", "3.") and the text after it.
 */
record ListMarker(int indent, String marker, String text) {

  private static final Pattern ITEM =
      Pattern.compile("[ \t]*([*+-]|\\d{1,9}[.)])(?:[ \t]+(.*))?", Pattern.DOTALL);

  static @Nullable ListMarker of(Line line) {
    Matcher item = ITEM.matcher(line.text());
    if (!item.matches()) {
      return null;
    }
    String text = item.group(2) == null ? "" : item.group(2).strip();
    return new ListMarker(line.indent(), item.group(1), text);
  }

  /** "and in 2010. Then" must not become a list because a line broke before its year. */
  boolean canFollowText() {
    return !text.isEmpty() && (!Character.isDigit(marker.charAt(0)) || marker.startsWith("1."));
  }
}
