package replicationlab.ui.export;

import java.io.IOException;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run: part of a line that is written in one direction and drawn in one way. Letters stay with
 * all that belongs to them, such as accents, and the emoji that are joined to them.
 */
record TextRun(int begin, int end, Kind kind) {

  /** How it is drawn. */
  enum Kind {
    /** It has no shape, as a tab. */
    NOTHING,
    /** As text, in the font that it is written in. */
    LETTERS,
    /** As outlines, because the font's file is not here, or has not all of it. */
    OUTLINES,
    /** As outlines, because it is written from right to left: JavaFX orders and joins it. */
    RIGHT_TO_LEFT
  }

  /** Tells whether a font can be put into the file and has a letter. */
  @FunctionalInterface
  interface Letters {
    boolean has(int character) throws IOException;
  }

  /** The runs of a line in logical order, which is that of its writing. */
  static List<TextRun> of(String words, Letters font) throws IOException {
    Bidi directions = new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(words);
    List<TextRun> all = new ArrayList<>();
    int at = 0;
    for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
      boolean rightToLeft = directions.getLevelAt(at) % 2 == 1;
      Kind kind = kind(words.substring(at, end).codePoints().toArray(), rightToLeft, font);
      if (!all.isEmpty() && all.getLast().kind == kind) {
        all.add(new TextRun(all.removeLast().begin, end, kind));
      } else {
        all.add(new TextRun(at, end, kind));
      }
      at = end;
    }
    return all;
  }

  private static Kind kind(int[] characters, boolean rightToLeft, Letters font) throws IOException {
    boolean seen = false;
    boolean written = true;
    for (int character : characters) {
      seen |=
          !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
      written = written && font.has(character);
    }
    if (!seen) {
      return Kind.NOTHING;
    }
    return rightToLeft ? Kind.RIGHT_TO_LEFT : written ? Kind.LETTERS : Kind.OUTLINES;
  }

  /** What is written from right to left, from left to right: so readers of files expect it. */
  static String inVisualOrder(String rightToLeft) {
    return new StringBuilder(rightToLeft).reverse().toString();
  }
}
