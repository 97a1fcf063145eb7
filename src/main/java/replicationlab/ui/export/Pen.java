package replicationlab.ui.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.transform.Transform;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Draws on one page, in JavaFX's terms: y downwards, colours with their opacity. */
final class Pen implements Closeable {

  private final PDDocument document;
  private final PDPageContentStream stream;
  private final Map<Float, PDExtendedGraphicsState> opacities = new HashMap<>();

  Pen(PDDocument document, PDPage page) throws IOException {
    this.document = document;
    stream = new PDPageContentStream(document, page);
    stream.transform(new Matrix(1, 0, 0, -1, 0, page.getMediaBox().getHeight()));
  }

  PDDocument document() {
    return document;
  }

  /** The page itself, for what this class has no word for. */
  PDPageContentStream stream() {
    return stream;
  }

  void save() throws IOException {
    stream.saveGraphicsState();
  }

  void restore() throws IOException {
    stream.restoreGraphicsState();
  }

  /** From here on in the coordinates of a node inside of the present ones. */
  void enter(Transform transform) throws IOException {
    stream.transform(
        new Matrix(
            (float) transform.getMxx(),
            (float) transform.getMyx(),
            (float) transform.getMxy(),
            (float) transform.getMyy(),
            (float) transform.getTx(),
            (float) transform.getTy()));
  }

  void place(double x, double y, double scale) throws IOException {
    stream.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) x, (float) y));
  }

  /** The colour of what is filled from here on, until the state is restored. */
  void colour(Color colour, double opacity) throws IOException {
    stream.setNonStrokingColor(
        (float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    opacity(colour.getOpacity() * opacity);
  }

  void lineColour(Color colour, double opacity) throws IOException {
    stream.setStrokingColor(
        (float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    opacity(colour.getOpacity() * opacity);
  }

  void opacity(double opacity) throws IOException {
    float rounded = Math.round(Math.clamp(opacity, 0, 1) * 1000) / 1000f;
    PDExtendedGraphicsState state =
        opacities.computeIfAbsent(
            rounded,
            alpha -> {
              PDExtendedGraphicsState made = new PDExtendedGraphicsState();
              made.setNonStrokingAlphaConstant(alpha);
              made.setStrokingAlphaConstant(alpha);
              return made;
            });
    stream.setGraphicsStateParameters(state);
  }

  void rectangle(double x, double y, double width, double height) throws IOException {
    stream.addRect((float) x, (float) y, (float) width, (float) height);
  }

  /** Fills the path that has just been drawn. */
  void fill() throws IOException {
    stream.fill();
  }

  /** Takes an outline whose elements are absolute, as those of areas and of text are. */
  void path(List<PathElement> elements) throws IOException {
    double x = 0;
    double y = 0;
    for (PathElement element : elements) {
      switch (element) {
        case MoveTo to -> {
          x = to.getX();
          y = to.getY();
          stream.moveTo((float) x, (float) y);
        }
        case LineTo to -> {
          x = to.getX();
          y = to.getY();
          stream.lineTo((float) x, (float) y);
        }
        case QuadCurveTo to -> {
          double cx = to.getControlX() * 2 / 3;
          double cy = to.getControlY() * 2 / 3;
          curve(
              x / 3 + cx, y / 3 + cy, to.getX() / 3 + cx, to.getY() / 3 + cy, to.getX(), to.getY());
          x = to.getX();
          y = to.getY();
        }
        case CubicCurveTo to -> {
          curve(
              to.getControlX1(),
              to.getControlY1(),
              to.getControlX2(),
              to.getControlY2(),
              to.getX(),
              to.getY());
          x = to.getX();
          y = to.getY();
        }
        case ClosePath _ -> stream.closePath();
        default -> throw new IllegalStateException("No area has a " + element);
      }
    }
  }

  void curve(double x1, double y1, double x2, double y2, double x, double y) throws IOException {
    stream.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
