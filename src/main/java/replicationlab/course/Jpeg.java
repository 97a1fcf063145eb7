package replicationlab.course;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a JPEG file, without decoding its picture. */
public final class Jpeg {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  /**
   * What programs say of themselves, of the colours, the camera and where it was: APP0 to APP15.
   */
  private static final int FIRST_APP = 0xE0;

  private static final int ADOBE = 0xEE;
  private static final int LAST_APP = 0xEF;
  private static final int COMMENT = 0xFE;

  /** Where, in Adobe's part, it says how the colours are written. */
  private static final int ADOBE_TRANSFORM = 15;

  private final byte[] file;

  private Jpeg(byte[] file) {
    this.file = file;
  }

  /** From a marker to before the next one. */
  private record Part(int marker, int begin, int end) {}

  /** Whether the file's first bytes are those of a JPEG. */
  public static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0xFF && in.read() == START;
    }
  }

  /** Whether the picture's end is there, whatever may follow it. */
  static boolean isWhole(byte[] file) {
    return !new Jpeg(file).parts().isEmpty();
  }

  /**
   * The picture alone: nothing of what a camera noted about it, such as the place and which side is
   * up. Empty if it is cut off, or of a kind that other programs may show in other colours.
   */
  public static Optional<byte[]> alone(byte[] file) {
    Jpeg jpeg = new Jpeg(file);
    List<Part> parts = jpeg.parts();
    if (parts.isEmpty() || !parts.stream().allMatch(jpeg::isCommon)) {
      return Optional.empty();
    }
    ByteArrayOutputStream alone = new ByteArrayOutputStream(file.length);
    alone.write(file, 0, 2);
    for (Part part : parts) {
      boolean isNote = part.marker > FIRST_APP && part.marker <= LAST_APP && part.marker != ADOBE;
      if (!isNote && part.marker != COMMENT) {
        alone.write(file, part.begin, part.end - part.begin);
      }
    }
    return Optional.of(alone.toByteArray());
  }

  /** All up to the end of the picture; none if that is missing. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    int at = file.length > 2 && number(0) == 0xFF && number(1) == START ? 2 : file.length;
    while (at + 1 < file.length) {
      int marker = number(at + 1);
      if (number(at) != 0xFF || marker == 0xFF) {
        at++;
      } else if (marker == END) {
        parts.add(new Part(marker, at, at + 2));
        return parts;
      } else {
        int end = at + 3 < file.length ? at + 2 + long16(at + 2) : file.length;
        end = Math.min(file.length, marker == SCAN ? endOfScan(end) : end);
        parts.add(new Part(marker, at, end));
        at = end;
      }
    }
    return List.of();
  }

  /** Within a scan, 0xFF stands before a zero or the number of a restart, or is no data. */
  private int endOfScan(int from) {
    int at = from;
    while (at + 1 < file.length && (number(at) != 0xFF || isOfScan(number(at + 1)))) {
      at++;
    }
    return at;
  }

  private static boolean isOfScan(int next) {
    return next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
  }

  private boolean isCommon(Part part) {
    int length = part.end - part.begin;
    boolean isFrame = part.marker >= 0xC0 && part.marker <= 0xCF;
    boolean isTable = part.marker == 0xC4 || part.marker == 0xC8 || part.marker == 0xCC;
    if (isFrame && !isTable) {
      // Baseline or progressive, of 8 bits, in grey or in the usual three colours.
      return part.marker <= 0xC2
          && length >= 11
          && number(part.begin + 4) == 8
          && (number(part.begin + 9) == 1 || (number(part.begin + 9) == 3 && !isRgb(part)));
    }
    return part.marker != ADOBE
        || (length > ADOBE_TRANSFORM && number(part.begin + ADOBE_TRANSFORM) == 1);
  }

  /** Some programs name the colours so when they are not luminance and two differences. */
  private boolean isRgb(Part frame) {
    return frame.end - frame.begin > 10 && number(frame.begin + 10) == 'R';
  }

  private int long16(int at) {
    return number(at) << 8 | number(at + 1);
  }

  private int number(int at) {
    return file[at] & 0xFF;
  }
}
