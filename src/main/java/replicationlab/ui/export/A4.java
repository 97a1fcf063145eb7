package replicationlab.ui.export;

import java.io.IOException;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A page of A4, upright, in points, and what every such page of ours has. */
final class A4 {

  static final double WIDTH = 595.28;
  static final double HEIGHT = 841.89;
  static final double MARGIN = 42;

  static final Color LINE = Color.web("#8c959f");

  private A4() {}

  /** The frame around a slide, which is as white as the paper. */
  static void frame(Pen pen, double x, double y, double width, double height) throws IOException {
    pen.save();
    pen.lineColour(LINE, 1);
    pen.stream().setLineWidth(0.5f);
    pen.rectangle(x, y, width, height);
    pen.stream().stroke();
    pen.restore();
  }

  /** A line to write on. */
  static void line(Pen pen, double x, double y, double width) throws IOException {
    pen.save();
    pen.lineColour(LINE, 0.7);
    pen.stream().setLineWidth(0.4f);
    pen.stream().moveTo((float) x, (float) y);
    pen.stream().lineTo((float) (x + width), (float) y);
    pen.stream().stroke();
    pen.restore();
  }

  /** The deck's title and the page's number at the foot. */
  static void foot(PdfFile pdf, Pen pen, OffScreen screen, String title, @Nullable String label)
      throws IOException {
    Foot foot = new Foot(title, label == null ? "" : label, WIDTH - 2 * MARGIN);
    double height = screen.layOutAt(foot, WIDTH - 2 * MARGIN);
    pdf.painter(pen).paint(foot, MARGIN, HEIGHT - MARGIN + 14 - height / 2, 1);
  }
}
