package replicationlab.ui.export;

import java.io.IOException;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Shapes as the areas that they cover. */
final class Outlines {

  private static final Rectangle NOTHING = new Rectangle(0, 0);

  private Outlines() {}

  /** The area in the coordinates of the scene; of a clip, in those of the node that it clips. */
  static List<PathElement> area(Shape shape) {
    return ((Path) Shape.union(shape, NOTHING)).getElements();
  }

  /** Fills what the shape fills, then what its line covers, in the scene's coordinates. */
  static void paint(Pen pen, Shape shape, double opacity, Warnings warnings) throws IOException {
    Paint fill = shape.getFill();
    Paint stroke = shape.getStroke();
    boolean hasLine = stroke != null && shape.getStrokeWidth() > 0;
    // Its own geometry has one area for both: so each is asked for alone.
    if (isSeen(fill)) {
      shape.setStroke(null);
      fill(pen, area(shape), colour(fill, warnings), opacity);
      shape.setStroke(stroke);
    }
    if (hasLine && isSeen(stroke)) {
      shape.setFill(null);
      fill(pen, area(shape), colour(stroke, warnings), opacity);
      shape.setFill(fill);
    }
  }

  private static boolean isSeen(@Nullable Paint paint) {
    return paint != null && !(paint instanceof Color colour && colour.getOpacity() == 0);
  }

  static void fill(Pen pen, List<PathElement> area, Color colour, double opacity)
      throws IOException {
    if (area.isEmpty()) {
      return;
    }
    pen.save();
    pen.colour(colour, opacity);
    pen.path(area);
    pen.fill();
    pen.restore();
  }

  /** A colour that stands for any paint; one that is no plain colour is told. */
  static Color colour(@Nullable Paint paint, Warnings warnings) {
    if (paint instanceof Color colour) {
      return colour;
    }
    if (paint != null) {
      warnings.add("a " + paint.getClass().getSimpleName() + " is a plain grey on paper");
    }
    return paint == null ? Color.TRANSPARENT : Color.GREY;
  }
}
