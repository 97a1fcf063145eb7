package replicationlab.ui.export;

import java.io.IOException;
import java.util.List;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/** The backgrounds and borders of a region. */
final class RegionPainter {

  private final Pen pen;
  private final Warnings warnings;
  private final double opacity;

  RegionPainter(Pen pen, Warnings warnings, double opacity) {
    this.pen = pen;
    this.warnings = warnings;
    this.opacity = opacity;
  }

  void paint(Region region) throws IOException {
    Background background = region.getBackground();
    Border border = region.getBorder();
    boolean isPlain = background == null && border == null;
    if (region.getShape() != null && !isPlain) {
      warnings.add("the shape of a " + region.getClass().getSimpleName() + " is a box on paper");
    }
    if (background != null) {
      for (BackgroundFill fill : background.getFills()) {
        fill(region, fill);
      }
      if (!background.getImages().isEmpty()) {
        warnings.add("the picture behind a part of the slide is left out on paper");
      }
    }
    if (border != null) {
      for (BorderStroke stroke : border.getStrokes()) {
        stroke(region, stroke);
      }
      if (!border.getImages().isEmpty()) {
        warnings.add("the picture that frames a part of the slide is left out on paper");
      }
    }
  }

  private void fill(Region region, BackgroundFill fill) throws IOException {
    Color colour = Outlines.colour(fill.getFill(), warnings);
    RoundBox box = RoundBox.of(region, fill.getInsets(), fill.getRadii());
    if (colour.getOpacity() > 0 && !box.isEmpty()) {
      pen.save();
      pen.colour(colour, opacity);
      box.draw(pen);
      pen.fill();
      pen.restore();
    }
  }

  private void stroke(Region region, BorderStroke stroke) throws IOException {
    RoundBox box = RoundBox.of(region, stroke.getInsets(), stroke.getRadii());
    BorderWidths widths = stroke.getWidths();
    if (box.isEmpty()) {
      return;
    }
    if (isUniform(stroke)) {
      around(box, stroke, widths.getTop());
      return;
    }
    double x = box.x();
    double y = box.y();
    double right = x + box.width();
    double bottom = y + box.height();
    side(stroke.getTopStroke(), stroke.getTopStyle(), x, y, box.width(), widths.getTop());
    side(
        stroke.getRightStroke(),
        stroke.getRightStyle(),
        right - widths.getRight(),
        y,
        widths.getRight(),
        box.height());
    side(
        stroke.getBottomStroke(),
        stroke.getBottomStyle(),
        x,
        bottom - widths.getBottom(),
        box.width(),
        widths.getBottom());
    side(stroke.getLeftStroke(), stroke.getLeftStyle(), x, y, widths.getLeft(), box.height());
  }

  private static boolean isUniform(BorderStroke stroke) {
    BorderWidths widths = stroke.getWidths();
    Paint top = stroke.getTopStroke();
    return widths.getTop() == widths.getRight()
        && widths.getTop() == widths.getBottom()
        && widths.getTop() == widths.getLeft()
        && top.equals(stroke.getRightStroke())
        && top.equals(stroke.getBottomStroke())
        && top.equals(stroke.getLeftStroke());
  }

  private void around(RoundBox box, BorderStroke stroke, double width) throws IOException {
    Color colour = Outlines.colour(stroke.getTopStroke(), warnings);
    BorderStrokeStyle style = stroke.getTopStyle();
    if (colour.getOpacity() == 0 || width <= 0 || style.equals(BorderStrokeStyle.NONE)) {
      return;
    }
    pen.save();
    pen.lineColour(colour, opacity);
    pen.stream().setLineWidth((float) width);
    List<Double> dashes = style.getDashArray();
    if (!dashes.isEmpty()) {
      float[] pattern = new float[dashes.size()];
      for (int i = 0; i < pattern.length; i++) {
        pattern[i] = dashes.get(i).floatValue();
      }
      pen.stream().setLineDashPattern(pattern, (float) style.getDashOffset());
    }
    box.shrunkBy(width / 2).draw(pen);
    pen.stream().stroke();
    pen.restore();
  }

  private void side(
      @Nullable Paint paint,
      BorderStrokeStyle style,
      double x,
      double y,
      double width,
      double height)
      throws IOException {
    Color colour = Outlines.colour(paint, warnings);
    if (colour.getOpacity() > 0
        && width > 0
        && height > 0
        && !style.equals(BorderStrokeStyle.NONE)) {
      pen.save();
      pen.colour(colour, opacity);
      pen.rectangle(x, y, width, height);
      pen.fill();
      pen.restore();
    }
  }
}
