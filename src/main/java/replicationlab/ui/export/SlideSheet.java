package replicationlab.ui.export;

import java.io.IOException;

/** One slide a page, as wide as a slide of LibreOffice or PowerPoint: 13.33 by 7.5 inches. */
final class SlideSheet implements Sheet {

  private static final double WIDTH = 960;
  private static final double HEIGHT = 540;

  private final PdfFile pdf;

  SlideSheet(PdfFile pdf) {
    this.pdf = pdf;
  }

  @Override
  public void add(PaperSlide slide) throws IOException {
    try (Pen pen = pdf.page(WIDTH, HEIGHT, slide.label())) {
      pdf.painter(pen).paint(slide.view(), 0, 0, WIDTH / SlideStage.WIDTH);
    }
    if (slide.step() == 0) {
      pdf.bookmark(slide.bookmark());
    }
  }

  @Override
  public void close() {}
}
