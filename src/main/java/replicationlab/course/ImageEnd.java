package replicationlab.course;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether an image's last byte is there: a copy that broke off, or a file that is still being
 * written, would be an empty slide.
 */
final class ImageEnd {

  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int PNG_END = 0x49454E44;
  private static final int JPEG_START = 0xFFD8;
  private static final int JPEG_END = 0xFFD9;

  /** What is longer is read by its decoder alone. */
  private static final long MOST_BYTES = 64L << 20;

  private ImageEnd() {}

  /** False also of a file of another kind. */
  static boolean isMissing(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() < Long.BYTES) {
        return false;
      }
      long start = file.readLong();
      if (start == PNG) {
        return !hasEnd(file);
      }
      file.seek(file.length() - 2);
      return start >>> 48 == JPEG_START
          && file.readUnsignedShort() != JPEG_END
          && file.length() <= MOST_BYTES
          // Some cameras add a preview or a film after the picture.
          && !Jpeg.isWhole(Files.readAllBytes(path));
    }
  }

  private static boolean hasEnd(RandomAccessFile file) throws IOException {
    try {
      for (long at = Long.BYTES; at + 12 <= file.length(); ) {
        file.seek(at);
        long length = file.readInt() & 0xFFFF_FFFFL;
        if (file.readInt() == PNG_END) {
          return true;
        }
        at += length + 12;
      }
    } catch (EOFException shorter) {
      // It became so just now.
      return false;
    }
    return false;
  }
}
