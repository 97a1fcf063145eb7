package replicationlab.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import replicationlab.deck.Slide;
import replicationlab.export.ExportOrder;
import replicationlab.export.Form;
import replicationlab.ui.deck.SlideMaker;
import replicationlab.ui.deck.SlideView;

/** One slide after the other, laid out for paper; on JavaFX's thread. */
final class SlideStage {

  /** A slide's size in pixels of its own; 16 to 9. */
  static final double WIDTH = 1600;

  static final double HEIGHT = 900;

  private final ExportOrder order;
  private final OffScreen screen = new OffScreen(WIDTH, HEIGHT);
  private final PaperPictures pictures;
  private final SlideMaker maker;

  SlideStage(ExportOrder order) {
    this.order = order;
    UnaryOperator<Slide> rewriting = order.rewriting();
    pictures = new PaperPictures(order.deck().pictures());
    maker = new SlideMaker(pictures, order.major(), order.asWritten(), rewriting);
  }

  List<Slide> slides() {
    return order.deck().deck().slides();
  }

  /** A slide's notes, rewritten as the slide is. */
  String notes(int index) {
    return order.rewriting().apply(slides().get(index)).notes();
  }

  OffScreen screen() {
    return screen;
  }

  PaperPictures pictures() {
    return pictures;
  }

  /** Decodes the images of a slide and perhaps its notes; before it is built, on another thread. */
  Map<Path, Image> prepare(int index) {
    return pictures.prepare(slides().get(index), order.form() instanceof Form.Notes);
  }

  SlideView build(int index) {
    return maker.make(order.deck(), index);
  }

  /** How many pages a slide has: one, or one for each of its steps and the one before them. */
  int pages(SlideView slide) {
    return order.everyStep() ? slide.steps() + 1 : 1;
  }

  /**
   * Shows the slide as it is on one of its pages; on the last, everything is there. An only page
   * leaves questions open: what is answered beside them, nobody would think about.
   */
  void show(SlideView slide, int page) {
    // Off the screen nothing moves: a step is complete at once.
    if (order.everyStep()) {
      slide.showStep(page);
    } else {
      slide.showUnanswered();
      // Nobody can press it on paper; its room is left, to write in.
      slide.lookupAll(".question-foot").forEach(foot -> foot.setVisible(false));
    }
    screen.layOut(slide, WIDTH, HEIGHT);
  }

  /** A picture of what is shown, so many pixels wide. */
  WritableImage picture(SlideView slide, int width) {
    double scale = width / WIDTH;
    int height = (int) Math.round(HEIGHT * scale);
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(new Scale(scale, scale));
    how.setFill(Color.WHITE);
    return slide.snapshot(how, new WritableImage(width, height));
  }
}
