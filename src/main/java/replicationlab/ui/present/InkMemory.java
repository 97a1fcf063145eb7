package replicationlab.ui.present;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps what is drawn on slides from one start of the program to the next. A line is x and y in
 * turn, in pixels of the slide's canvas. Called on the FX thread, it must not wait for a disk.
 */
public interface InkMemory {

  /** Forgets everything. */
  InkMemory NONE =
      new InkMemory() {
        @Override
        public void recall(String deck, Consumer<Map<String, List<List<Double>>>> then) {}

        @Override
        public void remember(String deck, String slide, List<List<Double>> lines) {}
      };

  /**
   * Finds what was drawn on a deck.
   *
   * @param deck its file
   * @param then gets the lines by each slide's mark, later and on the FX thread
   */
  void recall(String deck, Consumer<Map<String, List<List<Double>>>> then);

  /**
   * Remembers what is drawn on a slide, in the place of what was.
   *
   * @param slide the slide's mark
   * @param lines none after an erasing
   */
  void remember(String deck, String slide, List<List<Double>> lines);
}
