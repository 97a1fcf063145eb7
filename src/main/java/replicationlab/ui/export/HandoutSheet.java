package replicationlab.ui.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Several slides a page with lines to write on: beside three slides, or below each of six. */
final class HandoutSheet implements Sheet {

  private static final double GAP = 18;
  private static final double FOOT = 18;
  private static final double LINE_GAP = 20;

  /** Room for the slide's number above its frame. */
  private static final double ABOVE = 13;

  private final PdfFile pdf;
  private final OffScreen small = new OffScreen(A4.WIDTH, A4.HEIGHT);
  private final String title;
  private final int perPage;
  private @Nullable Pen pen;
  private int onPage;
  private int page;

  HandoutSheet(PdfFile pdf, String title, int perPage) {
    this.pdf = pdf;
    this.title = title;
    this.perPage = perPage;
  }

  @Override
  public void add(PaperSlide slide) throws IOException {
    Pen now = pen;
    if (now == null || onPage == perPage) {
      finishPage();
      page++;
      onPage = 0;
      now = pdf.page(A4.WIDTH, A4.HEIGHT, Integer.toString(page));
      pen = now;
    }
    if (slide.step() == 0) {
      pdf.bookmark(slide.bookmark());
    }
    place(now, slide);
    onPage++;
  }

  private void place(Pen now, PaperSlide slide) throws IOException {
    double room = A4.HEIGHT - 2 * A4.MARGIN - FOOT;
    double cell = (room - 2 * GAP) / 3;
    double column = (A4.WIDTH - 2 * A4.MARGIN - GAP) / 2;
    boolean beside = perPage == 3;
    int row = beside ? onPage : onPage / 2;
    double x = beside ? A4.MARGIN : A4.MARGIN + (onPage % 2) * (column + GAP);
    double top = A4.MARGIN + row * (cell + GAP);
    double y = top + ABOVE;
    double width = beside ? column * 1.16 : column;
    double height = width * SlideStage.HEIGHT / SlideStage.WIDTH;
    pdf.painter(now).paint(slide.view(), x, y, width / SlideStage.WIDTH);
    A4.frame(now, x, y, width, height);
    Foot number = new Foot(slide.label(), "", width);
    small.layOutAt(number, width);
    pdf.painter(now).paint(number, x, top, 1);
    double lines = beside ? x + width + GAP : x;
    double lineWidth = beside ? A4.WIDTH - A4.MARGIN - lines : width;
    double first = beside ? y + LINE_GAP : y + height + LINE_GAP;
    for (double at = first; at <= top + cell; at += LINE_GAP) {
      A4.line(now, lines, at, lineWidth);
    }
  }

  private void finishPage() throws IOException {
    if (pen != null) {
      A4.foot(pdf, pen, small, title, Integer.toString(page));
      pen.close();
      pen = null;
    }
  }

  @Override
  public void close() throws IOException {
    finishPage();
  }
}
