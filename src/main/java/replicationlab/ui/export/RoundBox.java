package replicationlab.ui.export;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;

/**
 * A rectangle whose corners may be round.
 *
 * @param radii of the corners from the top left clockwise
 */
record RoundBox(double x, double y, double width, double height, List<Double> radii) {

  /** How far a curve's handles reach so that it looks like a quarter of a circle. */
  private static final double ROUND = 0.5523;

  static RoundBox of(Region region, Insets insets, CornerRadii radii) {
    double width = region.getWidth() - insets.getLeft() - insets.getRight();
    double height = region.getHeight() - insets.getTop() - insets.getBottom();
    double most = Math.min(width, height) / 2;
    List<Double> round =
        List.of(
            radius(
                radii.getTopLeftHorizontalRadius(),
                radii.isTopLeftHorizontalRadiusAsPercentage(),
                most),
            radius(
                radii.getTopRightHorizontalRadius(),
                radii.isTopRightHorizontalRadiusAsPercentage(),
                most),
            radius(
                radii.getBottomRightHorizontalRadius(),
                radii.isBottomRightHorizontalRadiusAsPercentage(),
                most),
            radius(
                radii.getBottomLeftHorizontalRadius(),
                radii.isBottomLeftHorizontalRadiusAsPercentage(),
                most));
    return new RoundBox(insets.getLeft(), insets.getTop(), width, height, round);
  }

  private static double radius(double radius, boolean ofWhole, double most) {
    return Math.clamp(ofWhole ? radius * most * 2 : radius, 0, Math.max(0, most));
  }

  boolean isEmpty() {
    return width <= 0 || height <= 0;
  }

  RoundBox shrunkBy(double by) {
    List<Double> smaller = radii.stream().map(radius -> Math.max(0, radius - by)).toList();
    return new RoundBox(x + by, y + by, width - 2 * by, height - 2 * by, smaller);
  }

  void draw(Pen pen) throws IOException {
    double right = x + width;
    double bottom = y + height;
    pen.stream().moveTo((float) (x + radii.get(0)), (float) y);
    pen.stream().lineTo((float) (right - radii.get(1)), (float) y);
    corner(pen, right - radii.get(1), y, right, y + radii.get(1), true);
    pen.stream().lineTo((float) right, (float) (bottom - radii.get(2)));
    corner(pen, right, bottom - radii.get(2), right - radii.get(2), bottom, false);
    pen.stream().lineTo((float) (x + radii.get(3)), (float) bottom);
    corner(pen, x + radii.get(3), bottom, x, bottom - radii.get(3), true);
    pen.stream().lineTo((float) x, (float) (y + radii.get(0)));
    corner(pen, x, y + radii.get(0), x + radii.get(0), y, false);
    pen.stream().closePath();
  }

  private static void corner(
      Pen pen, double x1, double y1, double x2, double y2, boolean horizontalFirst)
      throws IOException {
    if (x1 == x2 && y1 == y2) {
      return;
    }
    double dx = (x2 - x1) * ROUND;
    double dy = (y2 - y1) * ROUND;
    if (horizontalFirst) {
      pen.curve(x1 + dx, y1, x2, y2 - dy, x2, y2);
    } else {
      pen.curve(x1, y1 + dy, x2 - dx, y2, x2, y2);
    }
  }
}
