package replicationlab.ui.export;

import java.io.IOException;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextLineInfo;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Text as text, letter for letter where JavaFX has put it. Letters that no font file here has are
 * drawn as outlines, and can still be found and copied.
 */
final class TextPainter {

  private final Pen pen;
  private final EmbeddedFonts fonts;

  TextPainter(Pen pen, EmbeddedFonts fonts) {
    this.pen = pen;
    this.fonts = fonts;
  }

  /** A text that stands alone. */
  void paint(Text text, double opacity) throws IOException {
    if (!text.getText().isEmpty()) {
      paint(text, FlowLines.of(text), opacity);
    }
  }

  /** One of the texts of a flow, in the flow's coordinates. */
  void paint(Text text, FlowLines lines, double opacity) throws IOException {
    if (!(text.getFill() instanceof Color colour)
        || colour.getOpacity() == 0
        || !text.isVisible()
        || text.getText().isEmpty()) {
      return;
    }
    double seen = opacity * (text.getParent() == null ? 1 : text.getOpacity());
    int first = lines.starts().getOrDefault(text, 0);
    int last = first + text.getText().length();
    pen.save();
    pen.colour(colour, seen);
    for (int i = 0; i < lines.lines().size(); i++) {
      TextLineInfo line = lines.lines().get(i);
      int start = Math.max(first, line.start());
      int end = Math.min(last, line.end());
      if (start < end) {
        String words = text.getText().substring(start - first, end - first);
        line(words, start, text.getFont(), lines, lines.baseline(i));
      }
    }
    if (text.isUnderline()) {
      for (Rectangle2D box : lines.underline(first, last)) {
        pen.rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        pen.fill();
      }
    }
    pen.restore();
  }

  private void line(String words, int offset, Font font, FlowLines lines, double baseline)
      throws IOException {
    for (TextRun run : TextRun.of(words, character -> fonts.has(font, character))) {
      String part = words.substring(run.begin(), run.end());
      Rectangle2D box = lines.box(offset + run.begin(), offset + run.end());
      switch (run.kind()) {
        case LETTERS -> letters(part, font, box, baseline);
        case OUTLINES -> outlines(part, part, font, box, baseline);
        case RIGHT_TO_LEFT -> outlines(part, TextRun.inVisualOrder(part), font, box, baseline);
        case NOTHING -> {}
      }
    }
  }

  private void letters(String words, Font font, Rectangle2D box, double baseline)
      throws IOException {
    PDFont embedded = fonts.of(font);
    double own = embedded.getStringWidth(words) / 1000 * font.getSize();
    // JavaFX rounds the letters' widths; stretched as a whole, no letter is where it was not.
    double stretch = own > 0 && box.getWidth() > 0 ? box.getWidth() / own : 1;
    write(words, embedded, font, box.getMinX(), baseline, Math.clamp(stretch, 0.8, 1.25));
  }

  private void write(
      String words, PDFont embedded, Font font, double x, double baseline, double stretch)
      throws IOException {
    pen.stream().beginText();
    pen.stream().setFont(embedded, (float) font.getSize());
    pen.stream().setTextMatrix(new Matrix((float) stretch, 0, 0, -1, (float) x, (float) baseline));
    pen.stream().showText(words);
    pen.stream().endText();
  }

  /**
   * Draws what JavaFX would.
   *
   * @param seen the same letters from the left to the right
   */
  private void outlines(String words, String seen, Font font, Rectangle2D box, double baseline)
      throws IOException {
    Text drawn = new Text(words);
    drawn.setFont(font);
    drawn.setX(box.getMinX());
    drawn.setY(baseline);
    boolean isIcon = words.codePoints().allMatch(TextPainter::isPrivate);
    if (!isIcon) {
      COSDictionary actual = new COSDictionary();
      actual.setString(COSName.ACTUAL_TEXT, words);
      pen.stream().beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(actual));
    }
    pen.path(Outlines.area(drawn));
    pen.fill();
    if (!isIcon) {
      invisible(seen, font, box, baseline);
      pen.stream().endMarkedContent();
    }
  }

  /** So that a viewer that knows nothing of ActualText finds the words as far as it can. */
  private void invisible(String words, Font font, Rectangle2D box, double baseline)
      throws IOException {
    String written = fonts.writtenByTheShipped(words);
    if (!written.isEmpty()) {
      pen.save();
      pen.stream().setRenderingMode(RenderingMode.NEITHER);
      write(written, fonts.shipped(), font, box.getMinX(), baseline, 1);
      pen.restore();
    }
  }

  /** Icon fonts keep their pictures where Unicode has no letters. */
  private static boolean isPrivate(int character) {
    return Character.getType(character) == Character.PRIVATE_USE;
  }
}
