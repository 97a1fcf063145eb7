package replicationlab.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import replicationlab.course.Jpeg;

/** Pictures as pictures; the same file is in the PDF once, however often it is decoded. */
final class ImagePainter {

  /** What is longer is more than its picture, such as a film. */
  private static final long MOST_BYTES = 64L << 20;

  private final PDDocument document;

  /** By where their images are from. */
  private final Map<String, PDImageXObject> known = new HashMap<>();

  ImagePainter(PDDocument document) {
    this.document = document;
  }

  /**
   * Puts a file's picture into the PDF, where pages will find it: that may take a second, which the
   * window should not have to wait for.
   *
   * @param image as it was decoded
   */
  void embed(Path file, Image image) throws IOException {
    if (!known.containsKey(image.getUrl()) && !image.isError() && image.getWidth() > 0) {
      Optional<PDImageXObject> photograph = photograph(file);
      known.put(image.getUrl(), photograph.isPresent() ? photograph.get() : lossless(image));
    }
  }

  /** As the camera compressed it, a tenth of what it would be otherwise. */
  private Optional<PDImageXObject> photograph(Path file) {
    try {
      if (!Jpeg.isOne(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      Optional<byte[]> alone = Jpeg.alone(Files.readAllBytes(file));
      return alone.isEmpty()
          ? Optional.empty()
          : Optional.of(JPEGFactory.createFromByteArray(document, alone.get()));
    } catch (IOException e) {
      // Gone, or odd in a way that only its decoder minds: it is decoded already.
      return Optional.empty();
    }
  }

  private PDImageXObject lossless(Image image) throws IOException {
    return LosslessFactory.createFromImage(document, SwingFXUtils.fromFXImage(image, null));
  }

  void paint(Pen pen, ImageView view, double opacity, Warnings warnings) throws IOException {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    if (image.isError() || image.getWidth() <= 0) {
      warnings.add("a picture could not be read");
      return;
    }
    if (view.getViewport() != null) {
      warnings.add("a picture is whole on paper and not only the part that is shown");
    }
    PDImageXObject ready = known.get(image.getUrl());
    PDImageXObject embedded = ready == null ? lossless(image) : ready;
    Bounds box = view.getLayoutBounds();
    pen.save();
    pen.opacity(opacity);
    // A PDF's pictures stand on their feet in a page whose y goes up; ours goes down.
    pen.stream()
        .drawImage(
            embedded,
            new Matrix(
                (float) box.getWidth(),
                0,
                0,
                (float) -box.getHeight(),
                (float) box.getMinX(),
                (float) box.getMaxY()));
    pen.restore();
  }
}
