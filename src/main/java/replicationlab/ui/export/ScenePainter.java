package replicationlab.ui.export;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.NonInvertibleTransformException;

/**
 * Translates a scene graph that is laid out into PDF. What it has no translation for it names in a
 * warning; nothing is left out in silence.
 */
final class ScenePainter {

  private final Pen pen;
  private final Warnings warnings;
  private final TextPainter texts;
  private final ImagePainter images;

  ScenePainter(Pen pen, EmbeddedFonts fonts, ImagePainter images, Warnings warnings) {
    this.pen = pen;
    this.warnings = warnings;
    this.texts = new TextPainter(pen, fonts);
    this.images = images;
  }

  /** Paints a node with its top left corner at a point of the page, so many points to a pixel. */
  void paint(Node node, double x, double y, double scale) throws IOException {
    pen.save();
    pen.place(x, y, scale);
    paint(node, 1);
    pen.restore();
  }

  private void paint(Node node, double outer) throws IOException {
    double opacity = outer * node.getOpacity();
    if (!node.isVisible() || opacity <= 0) {
      return;
    }
    pen.save();
    pen.enter(node.getLocalToParentTransform());
    clip(node);
    look(node);
    switch (node) {
      case TextFlow flow -> {
        new RegionPainter(pen, warnings, opacity).paint(flow);
        flow(flow, opacity);
      }
      case Region region -> {
        new RegionPainter(pen, warnings, opacity).paint(region);
        children(region, opacity);
      }
      case Text text -> texts.paint(text, opacity);
      case Shape shape -> shape(shape, opacity);
      case ImageView view -> images.paint(pen, view, opacity, warnings);
      case Parent parent -> children(parent, opacity);
      default -> warnings.add("a " + node.getClass().getSimpleName() + " cannot be put on paper");
    }
    pen.restore();
  }

  private void children(Parent parent, double opacity) throws IOException {
    for (Node child : parent.getChildrenUnmodifiable()) {
      paint(child, opacity);
    }
  }

  /** A flow lays its texts out as one: where a text's letters are, only the flow knows. */
  private void flow(TextFlow flow, double opacity) throws IOException {
    FlowLines lines = FlowLines.of(flow);
    for (Node child : flow.getChildrenUnmodifiable()) {
      if (child instanceof Text text && text.isManaged()) {
        texts.paint(text, lines, opacity);
      } else {
        paint(child, opacity);
      }
    }
  }

  /** What a shape covers: JavaFX's own geometry knows every kind, its dashes and its ends. */
  private void shape(Shape shape, double opacity) throws IOException {
    pen.save();
    try {
      pen.enter(shape.getLocalToSceneTransform().createInverse());
      Outlines.paint(pen, shape, opacity, warnings);
    } catch (NonInvertibleTransformException e) {
      // Scaled to nothing: it is not seen on the screen either.
    }
    pen.restore();
  }

  private void clip(Node node) throws IOException {
    switch (node.getClip()) {
      case null -> {}
      case Shape shape -> {
        pen.path(Outlines.area(shape));
        pen.stream().clip();
      }
      default -> warnings.add("a clip that is no shape is ignored");
    }
  }

  private void look(Node node) {
    if (node.getEffect() != null) {
      warnings.add(
          "the effect " + node.getEffect().getClass().getSimpleName() + " is left out on paper");
    }
    if (node.getBlendMode() != null) {
      warnings.add("the blending of colours " + node.getBlendMode() + " is left out on paper");
    }
  }
}
