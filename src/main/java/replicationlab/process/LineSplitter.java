package replicationlab.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;

/**
 * Makes lines of the bytes that a program writes, in whatever pieces they come. A line ends with
 * LF, CR LF or, as progress displays write it, CR alone.
 */
final class LineSplitter {

  /** A longer line is cut, so that a program writing no line ends cannot fill the memory. */
  static final int LONGEST = 16_384;

  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final Consumer<String> lines;
  private final StringBuilder line = new StringBuilder();
  private ByteBuffer undecoded = ByteBuffer.allocate(0);
  private boolean afterCarriageReturn;

  LineSplitter(Consumer<String> lines) {
    this.lines = lines;
  }

  void add(byte[] bytes) {
    decode(bytes, false);
  }

  /** The program writes no more: what has no line end is a line too. */
  void finish() {
    decode(new byte[0], true);
    if (!line.isEmpty()) {
      emit();
    }
  }

  private void decode(byte[] bytes, boolean last) {
    ByteBuffer input =
        ByteBuffer.allocate(undecoded.remaining() + bytes.length).put(undecoded).put(bytes).flip();
    CharBuffer output = CharBuffer.allocate(input.remaining() + 1);
    decoder.decode(input, output, last);
    undecoded = input;
    output.flip();
    while (output.hasRemaining()) {
      addUpToLineEnd(output);
    }
  }

  /** What lies between two line ends is taken as a whole: a program may write millions of lines. */
  private void addUpToLineEnd(CharBuffer text) {
    int length = 0;
    int most = Math.min(text.remaining(), LONGEST - 1 - line.length());
    while (length < most && !isLineEnd(text.charAt(length))) {
      length++;
    }
    if (length > 0) {
      afterCarriageReturn = false;
      line.append(text, 0, length);
      text.position(text.position() + length);
    }
    if (text.hasRemaining()) {
      add(text.get());
    }
  }

  private static boolean isLineEnd(char unit) {
    return unit == '\n' || unit == '\r';
  }

  private void add(char unit) {
    boolean endsCrLf = unit == '\n' && afterCarriageReturn;
    afterCarriageReturn = unit == '\r';
    if (endsCrLf) {
      return;
    }
    if (isLineEnd(unit)) {
      emit();
      return;
    }
    line.append(unit);
    if (line.length() >= LONGEST && !Character.isHighSurrogate(unit)) {
      emit();
    }
  }

  private void emit() {
    String text = line.toString();
    line.setLength(0);
    lines.accept(text);
  }
}
