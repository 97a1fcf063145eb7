package replicationlab.course;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a lesson's file, which must be UTF-8. */
public final class LessonText {

  private LessonText() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or with the line that is not UTF-8
   */
  public static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    // It stops before the first byte that is wrong.
    if (decoder.decode(in, out, true).isError()) {
      long line = out.flip().chars().filter(each -> each == '\n').count() + 1;
      throw new IOException(
          "%s is not UTF-8: line %d has a letter that was saved in another encoding; save the file as UTF-8."
              .formatted(file, line));
    }
    return out.flip().toString();
  }
}
