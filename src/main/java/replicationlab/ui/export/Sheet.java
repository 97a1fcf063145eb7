package replicationlab.ui.export;

import java.io.Closeable;
import java.io.IOException;
import javafx.scene.layout.Region;

/** How slides become pages. All on JavaFX's thread. */
interface Sheet extends Closeable {

  /** Puts on paper what is laid out. */
  void add(PaperSlide slide) throws IOException;

  /** After the last slide. */
  @Override
  void close() throws IOException;

  /**
   * A slide as it is on one of its pages.
   *
   * @param view laid out at the size of a {@link SlideStage}
   * @param number of the slide, counted from 1
   * @param step of the slide, counted from 0
   * @param label the number, and if the slide has several pages, the step
   * @param notes the speaker's, Markdown as written
   */
  record PaperSlide(Region view, int number, int step, String label, String title, String notes) {

    String bookmark() {
      return title.isBlank() ? "Slide " + number : number + ". " + title;
    }
  }
}
