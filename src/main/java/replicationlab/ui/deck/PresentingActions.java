package replicationlab.ui.deck;

/**
 * What the slides' keys ask of those outside of the slide viewer: the window, its second screen,
 * pen and laser. Each does nothing until somebody implements it; give the implementation to {@link
 * DeckView#setActions} or to a {@link SlideKeyHandler} of another window.
 */
public interface PresentingActions {

  /** Does none of it. */
  PresentingActions NONE = new PresentingActions() {};

  /** F5, F: the slide alone on the whole screen, or back. */
  default void present() {}

  /** Shift+F5: the same, after the model has gone to the first slide. */
  default void presentFromStart() {}

  /** Esc when nothing lies over the slide: ends the show if there is one. */
  default void endShow() {}

  /** S: opens the presenter's window, or closes it. */
  default void presenter() {}

  /** X: swaps the screens of the slide and of the presenter's window. */
  default void swapScreens() {}

  /** Ctrl+P: takes the pen, or lays it down. */
  default void pen() {}

  /** Ctrl+L: takes the laser pointer, or lays it down. */
  default void laser() {}

  /** E: erases what the pen drew on this slide. */
  default void erase() {}

  /** D: from a light window to a dark one, or back. */
  default void toggleDark() {}
}
