package replicationlab.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one line, read one after another. */
final class Words {

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:(?<comment>#.*)|[\"\u201c\u201d](?<text>(?:\\\\.|[^\"\u201c\u201d\\\\])*)(?<end>[\"\u201c\u201d]?)"
              + "|(?<arrow><->|->|\u2192)|(?<end2>;)|(?<word>(?:(?!<->|->)[^\\s\";\u201c\u201d\u2192])+))");
  private static final Pattern NUMBERS =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)[,xX](-?\\d+(?:\\.\\d+)?)");

  private enum Kind {
    WORD,
    TEXT,
    ARROW,
    SEMICOLON
  }

  private record Word(Kind kind, String text) {}

  private final List<Word> words = new ArrayList<>();
  private final int line;
  private boolean unclosed;
  private int next;

  Words(String source, int line) {
    this.line = line;
    Matcher matcher = WORD.matcher(source);
    int at = 0;
    while (at < source.length() && matcher.find(at) && matcher.group("comment") == null) {
      at = matcher.end();
      words.add(word(matcher));
    }
  }

  private Word word(Matcher matcher) {
    if (matcher.group("text") != null) {
      unclosed |= matcher.group("end").isEmpty();
      String text = matcher.group("text").replace("\\n", "\n").replace("\\\"", "\"");
      return new Word(Kind.TEXT, text.strip());
    }
    if (matcher.group("arrow") != null) {
      return new Word(Kind.ARROW, matcher.group("arrow"));
    }
    return matcher.group("end2") != null
        ? new Word(Kind.SEMICOLON, ";")
        : new Word(Kind.WORD, matcher.group("word"));
  }

  int line() {
    return line;
  }

  /** Whether a quotation mark has no partner on its line. */
  boolean unclosed() {
    return unclosed;
  }

  boolean more() {
    return next < words.size();
  }

  /** The next plain word, if it is one. */
  Optional<String> word() {
    return take(Kind.WORD);
  }

  /** The next text in quotation marks, if it is one. */
  Optional<String> text() {
    return take(Kind.TEXT);
  }

  /** The next arrow, if it is one. */
  Optional<String> arrow() {
    return take(Kind.ARROW);
  }

  /** Whether the next is a semicolon, which is then read. */
  boolean semicolon() {
    return take(Kind.SEMICOLON).isPresent();
  }

  /** Whether the next is this word, which is then read. */
  boolean word(String expected) {
    if (more()
        && words.get(next).kind() == Kind.WORD
        && words.get(next).text().equalsIgnoreCase(expected)) {
      next++;
      return true;
    }
    return false;
  }

  /** Two numbers written as {@code 3,4.5} or {@code 16x9}, if they come next. */
  Optional<Point> pair() {
    if (more() && words.get(next).kind() == Kind.WORD) {
      String first = words.get(next).text();
      boolean split = first.endsWith(",") && next + 1 < words.size();
      Matcher numbers = NUMBERS.matcher(split ? first + words.get(next + 1).text() : first);
      if (numbers.matches()) {
        next += split ? 2 : 1;
        return Optional.of(
            new Point(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2))));
      }
    }
    return Optional.empty();
  }

  /** The next word, whatever it is, for a message. */
  String any() {
    return more() ? words.get(next++).text() : "the end of the line";
  }

  /** Skips what is left of an action. */
  void skipToSemicolon() {
    while (more() && words.get(next).kind() != Kind.SEMICOLON) {
      next++;
    }
  }

  private Optional<String> take(Kind kind) {
    return more() && words.get(next).kind() == kind
        ? Optional.of(words.get(next++).text())
        : Optional.empty();
  }
}
