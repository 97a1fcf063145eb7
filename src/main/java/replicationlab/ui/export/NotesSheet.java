package replicationlab.ui.export;

import java.io.IOException;
import java.util.List;
import javafx.scene.layout.Region;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.ui.text.BlocksView;

/** A slide and its notes below; long notes go on over the next pages. */
final class NotesSheet implements Sheet {

  private static final double GAP = 20;
  private static final double WIDTH = A4.WIDTH - 2 * A4.MARGIN;
  private static final double BOTTOM = A4.HEIGHT - A4.MARGIN - 12;

  private static final double BLOCK_GAP = 7;

  /** The size of the notes' words in points, of the 14 that blocks have on the screen. */
  private static final double FONT_SCALE = 10.5 / 14;

  private final PdfFile pdf;
  private final OffScreen small = new OffScreen(A4.WIDTH, A4.HEIGHT);
  private final String title;
  private final PaperPictures pictures;

  NotesSheet(PdfFile pdf, String title, PaperPictures pictures) {
    this.pdf = pdf;
    this.title = title;
    this.pictures = pictures;
  }

  @Override
  public void add(PaperSlide slide) throws IOException {
    Pen pen = pdf.page(A4.WIDTH, A4.HEIGHT, slide.label());
    if (slide.step() == 0) {
      pdf.bookmark(slide.bookmark());
    }
    double height = WIDTH * SlideStage.HEIGHT / SlideStage.WIDTH;
    pdf.painter(pen).paint(slide.view(), A4.MARGIN, A4.MARGIN, WIDTH / SlideStage.WIDTH);
    A4.frame(pen, A4.MARGIN, A4.MARGIN, WIDTH, height);
    double y = A4.MARGIN + height + GAP;
    for (Block block : DeckReader.blocks(slide.notes())) {
      Region node = notes(block);
      double wanted = small.layOutAt(node, WIDTH);
      double shrink = Math.min(1, (BOTTOM - A4.MARGIN) / wanted);
      if (y + wanted * shrink > BOTTOM) {
        finish(pen, slide);
        pen = pdf.page(A4.WIDTH, A4.HEIGHT, slide.label());
        y = A4.MARGIN;
      }
      pdf.painter(pen).paint(node, A4.MARGIN, y, shrink);
      y += wanted * shrink + BLOCK_GAP;
    }
    finish(pen, slide);
  }

  private Region notes(Block block) {
    BlocksView view = new BlocksView(pictures);
    view.setFontScale(FONT_SCALE);
    view.show(List.of(block));
    return view;
  }

  private void finish(Pen pen, PaperSlide slide) throws IOException {
    A4.foot(pdf, pen, small, title, slide.label());
    pen.close();
  }

  @Override
  public void close() {}
}
