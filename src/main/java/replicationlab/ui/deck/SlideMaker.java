package replicationlab.ui.deck;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import replicationlab.course.Change;
import replicationlab.course.Changes;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.ui.text.TextMark;

/**
 * Makes slides as the slide viewer shows them, for whoever shows them elsewhere.
 *
 * @param pictures makes the node for a picture: an image, a diagram or a placeholder
 * @param major the major version of PostgreSQL; 9 stands for 9.6
 * @param asWritten whether slides are as of 9.0
 * @param rewriting changes a slide before it is shown, such as its ports
 */
public record SlideMaker(
    Function<Block.Picture, Node> pictures,
    int major,
    boolean asWritten,
    UnaryOperator<Slide> rewriting) {

  /**
   * A slide's content as it is told on this major.
   *
   * @param marks the words that have changed
   * @param changes what has changed; none if nothing has
   */
  public record Told(Slide slide, TextMark.Finder marks, Optional<Node> changes) {}

  /**
   * The slide of that index, counted from 0, all of it however small that makes its text; on
   * JavaFX's thread.
   */
  public SlideView make(OpenedDeck deck, int index) {
    return make(deck, index, "", false);
  }

  /** The same for a screen: text shrinks to a floor, and what does not fit then is scrolled. */
  public SlideView makeForScreen(OpenedDeck deck, int index) {
    return make(deck, index, "", true);
  }

  /** The same with these words marked wherever they stand. */
  SlideView makeForScreen(OpenedDeck deck, int index, String sought) {
    return make(deck, index, sought, true);
  }

  private SlideView make(OpenedDeck deck, int index, String sought, boolean scrolls) {
    Slide slide = rewriting.apply(deck.deck().slides().get(index));
    Changes changes = deck.changes();
    Telling telling = new Telling(slide, changes, major, asWritten);
    SlideView view =
        new SlideView(
            telling.slide(),
            pictures,
            changes.on(slide, major),
            major,
            new Sought(sought, telling),
            asWritten);
    view.setScrolls(scrolls);
    return view;
  }

  /** Marks these words in what is not told by a slide, such as its notes. */
  public static TextMark.Finder marking(String sought) {
    return new Sought(sought, TextMark.Finder.NONE);
  }

  /**
   * What stands on that slide, for a view of another kind; on JavaFX's thread.
   *
   * @param sought the words to mark; empty for none
   */
  public Told tell(OpenedDeck deck, int index, String sought) {
    Slide slide = rewriting.apply(deck.deck().slides().get(index));
    Telling telling = new Telling(slide, deck.changes(), major, asWritten);
    List<Change> changes = deck.changes().on(slide, major);
    return new Told(
        telling.slide(),
        new Sought(sought, telling),
        changes.isEmpty()
            ? Optional.empty()
            : Optional.of(new ChangesStrip(changes, major, asWritten)));
  }
}
