package replicationlab.ui.present;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import replicationlab.ui.deck.PresentingActions;
import replicationlab.ui.deck.SlideKeyHandler;
import replicationlab.ui.text.CodeTools;

/**
 * What the windows of a show have from others.
 *
 * @param actions what the keys do
 * @param overSlide makes what may lie over a slide, one for each window; it hides itself
 * @param firstKey takes a key for what lies over the slide; true if it was for that
 * @param commands what can be run of the slide that is shown
 * @param canRun whether a lab is open in which it can be run
 * @param codeTools buttons for the code on the slide that is shown
 * @param notesScale how much bigger than usual the speaker's notes are
 * @param dress gives a scene the program's look
 */
public record SpeakerTools(
    PresentingActions actions,
    Supplier<Node> overSlide,
    Predicate<KeyEvent> firstKey,
    Supplier<List<Command>> commands,
    ObservableValue<Boolean> canRun,
    CodeTools codeTools,
    DoubleProperty notesScale,
    Consumer<Scene> dress) {

  /** Leaves a key to the slide; Esc, which no slide has, ends the show. */
  void leave(KeyEvent event, SlideKeyHandler keys) {
    keys.handle(event);
    if (!event.isConsumed() && event.getCode() == KeyCode.ESCAPE) {
      actions.endShow();
      event.consume();
    }
  }

  /**
   * Code of a slide that can be run.
   *
   * @param words its first line
   */
  public record Command(String words, Runnable run) {}
}
