package replicationlab.deck;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a deck's bytes, whatever they are: what is no text is replaced by a mark and said.
 *
 * @param problems what its author should know of the file as such
 */
public record DeckText(String text, List<Problem> problems) {

  /** Ten thousand slides have less; more of a file is not read, so that memory is bounded. */
  public static final int MOST_BYTES = 16 << 20;

  private static final int MOST_LINES = 500_000;

  /** What cannot be shown is shown as this: the replacement character. */
  private static final char MARK = '\uFFFD';

  /** Enough of a file to tell what it is. */
  private static final int PROBE = 8192;

  public DeckText {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file's bytes.
   *
   * @param bytes of the file; at most {@link #MOST_BYTES} of them are read
   * @param size how many bytes the file has
   */
  public static DeckText of(byte[] bytes, long size) {
    List<Problem> problems = new ArrayList<>();
    int length = Math.min(bytes.length, MOST_BYTES);
    String text = decode(ByteBuffer.wrap(bytes, 0, length), length < size, problems);
    return new DeckText(bounded(printable(text, problems), length, size, problems), problems);
  }

  private static String decode(ByteBuffer bytes, boolean isCut, List<Problem> problems) {
    Charset wide = wide(bytes);
    if (wide != null) {
      problems.add(
          new Problem(1, "the file is in " + wide.name() + "; save it as UTF-8, as others expect"));
      return lenient(wide, bytes);
    }
    String lenient = lenient(StandardCharsets.UTF_8, bytes);
    if (!isCut && isUtf8(bytes)) {
      return lenient;
    }
    int line = 1;
    int firstLine = 0;
    int marks = 0;
    int letters = 0;
    for (int at = 0; at < lenient.length(); at++) {
      char c = lenient.charAt(at);
      if (c == '\n') {
        line++;
      } else if (c == MARK) {
        marks++;
        firstLine = firstLine == 0 ? line : firstLine;
      } else if (c > 0x7F) {
        letters++;
      }
    }
    if (marks == 0 || (isCut && marks == 1 && lenient.charAt(lenient.length() - 1) == MARK)) {
      return lenient;
    }
    if (letters > marks || isBinary(lenient)) {
      problems.add(
          new Problem(
              firstLine,
              marks + " bytes from here on are no letters of UTF-8 and are shown as " + MARK));
      return lenient;
    }
    problems.add(
        new Problem(
            firstLine, "the file is not in UTF-8 and was read as Latin-1; save it as UTF-8"));
    return lenient(Charset.forName("windows-1252"), bytes);
  }

  private static String lenient(Charset charset, ByteBuffer bytes) {
    return charset.decode(bytes.duplicate()).toString();
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      CharBuffer _ =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(bytes.duplicate());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** UTF-16 by its mark, or by every other byte of its Latin letters being 0; null for others. */
  private static @Nullable Charset wide(ByteBuffer bytes) {
    int length = Math.min(bytes.limit(), PROBE);
    if (length < 2) {
      return null;
    }
    int first = bytes.get(0) & 0xFF;
    int second = bytes.get(1) & 0xFF;
    if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    int[] zeros = new int[2];
    for (int at = 0; at < length; at++) {
      zeros[at % 2] += bytes.get(at) == 0 ? 1 : 0;
    }
    int most = length / 2;
    if (zeros[1] > most * 0.7 && zeros[0] < most * 0.1) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > most * 0.7 && zeros[1] < most * 0.1 ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isBinary(String text) {
    int length = Math.min(text.length(), PROBE);
    return text.chars().limit(length).filter(DeckText::isControl).count() * 20 > length;
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }

  private static String printable(String text, List<Problem> problems) {
    int first = -1;
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      if (isControl(text.charAt(at))) {
        first = first < 0 ? at : first;
        count++;
      }
    }
    if (count == 0) {
      return text;
    }
    int line = 1 + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
    problems.add(
        new Problem(
            line,
            (isBinary(text)
                    ? "the file is no text, such as a picture or a program; "
                    : "some characters are no text; ")
                + count
                + " that cannot be shown stand as "
                + MARK));
    StringBuilder shown = new StringBuilder(text);
    for (int at = first; at < shown.length(); at++) {
      if (isControl(shown.charAt(at))) {
        shown.setCharAt(at, MARK);
      }
    }
    return shown.toString();
  }

  private static String bounded(String text, int length, long size, List<Problem> problems) {
    int lines = 1;
    int end = text.length();
    for (int at = 0; at < end; at++) {
      if (text.charAt(at) == '\n' && ++lines > MOST_LINES) {
        end = at;
      }
    }
    if (end == text.length() && length == size) {
      return text;
    }
    problems.add(
        new Problem(
            Math.min(lines, MOST_LINES),
            "the file is too long for a deck (%,d bytes): it is read up to here, and what follows is not shown; divide it"
                .formatted(size)));
    return text.substring(0, end);
  }
}
