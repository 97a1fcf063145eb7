package replicationlab.ui.deck;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;

/**
 * How the slide is shown at the moment, alike in every window: behind a curtain, magnified, with
 * the words that were searched for marked. The next slide is shown plainly again.
 */
public final class ShowState {

  /** What hides the slide from the audience. */
  public enum Curtain {
    OPEN,
    BLACK,
    WHITE
  }

  /** The most that a slide is magnified. */
  public static final double MOST = 8;

  private static final double STEP = 1.25;
  private static final Point2D MIDDLE = new Point2D(0.5, 0.5);

  private final ObjectProperty<Curtain> curtain = new SimpleObjectProperty<>(Curtain.OPEN);
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private final ObjectProperty<Point2D> centre = new SimpleObjectProperty<>(MIDDLE);
  private final DoubleProperty scroll = new SimpleDoubleProperty();
  private final StringProperty sought = new SimpleStringProperty("");
  private boolean soughtInNotes;

  ShowState() {}

  /** Whether the slide is shown as it is when somebody comes to it. */
  boolean isPlain() {
    return curtain.get() == Curtain.OPEN
        && zoom.get() == 1
        && scroll.get() == 0
        && sought.get().isEmpty();
  }

  /** What hides the slide. */
  public ObjectProperty<Curtain> curtainProperty() {
    return curtain;
  }

  /** Draws this curtain, or opens it when it is drawn. */
  public void toggle(Curtain wanted) {
    curtain.set(curtain.get() == wanted ? Curtain.OPEN : wanted);
  }

  /** How often magnified the slide is: 1, the whole of it, to {@link #MOST}. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  /** The point in the middle of what is seen, as fractions of the slide's width and height. */
  public ObjectProperty<Point2D> centreProperty() {
    return centre;
  }

  /** Some nearer, around the same middle. */
  public void zoomIn() {
    zoomTo(zoom.get() * STEP, centre.get());
  }

  /** Some farther. */
  public void zoomOut() {
    zoomTo(zoom.get() / STEP, centre.get());
  }

  /** The whole slide. */
  public void zoomReset() {
    zoomTo(1, MIDDLE);
  }

  /** Magnifies around a middle, which is moved so that nothing beside the slide is seen. */
  public void zoomTo(double factor, Point2D middle) {
    double next = Math.clamp(factor, 1, MOST);
    double margin = 0.5 / next;
    centre.set(
        new Point2D(
            Math.clamp(middle.getX(), margin, 1 - margin),
            Math.clamp(middle.getY(), margin, 1 - margin)));
    // Less than a hundredth is the remainder of a division, not somebody's wish.
    zoom.set(next < 1.01 ? 1 : next);
  }

  /** Which part is seen of text that does not fit: 0, its beginning, to 1, its end. */
  public DoubleProperty scrollProperty() {
    return scroll;
  }

  /** Goes on or back in text that does not fit. */
  void scrollBy(double part) {
    scroll.set(Math.clamp(scroll.get() + part, 0, 1));
  }

  /** The words that are marked on the slide, in whatever case; empty for none. */
  public StringProperty soughtProperty() {
    return sought;
  }

  /**
   * Marks these words, also where they are marked already, so that whoever scrolls to them does it
   * again.
   *
   * @param inNotes whether they were found in the notes
   */
  void seek(String words, boolean inNotes) {
    sought.set("");
    soughtInNotes = inNotes;
    sought.set(words);
  }

  /** Whether it is the notes that have the words that are marked. */
  public boolean isSoughtInNotes() {
    return soughtInNotes;
  }

  /** Another slide: whole, without a curtain, and nothing marked. */
  void plain() {
    curtain.set(Curtain.OPEN);
    zoomReset();
    scroll.set(0);
    sought.set("");
    soughtInNotes = false;
  }
}
