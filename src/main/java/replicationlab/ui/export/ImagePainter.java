package replicationlab.ui.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Pictures as pictures; the same one is in the file once. */
final class ImagePainter {

  private final Map<Image, PDImageXObject> known = new HashMap<>();

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
    PDImageXObject embedded = known.get(image);
    if (embedded == null) {
      embedded =
          LosslessFactory.createFromImage(pen.document(), SwingFXUtils.fromFXImage(image, null));
      known.put(image, embedded);
    }
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
