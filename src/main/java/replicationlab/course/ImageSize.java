package replicationlab.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How big an image says it is, read from its first bytes: before memory is asked for all of it. */
final class ImageSize {

  /** Decoded, an image takes four bytes a pixel: this one 160 MB. */
  private static final long MOST_PIXELS = 40_000_000;

  private ImageSize() {}

  /** Why an image cannot be shown, as the rest of a sentence; empty if it can. */
  static String objection(Path file) {
    ImageIO.setUseCache(false);
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return "is no PNG, JPEG, GIF or BMP file";
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
          return "has %,d × %,d pixels, too many to be shown; make it smaller"
              .formatted(width, height);
        }
        return ImageEnd.isMissing(file)
            ? "is cut off: its end is missing; copy or save the file again"
            : "";
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return "cannot be read as an image";
    }
  }
}
