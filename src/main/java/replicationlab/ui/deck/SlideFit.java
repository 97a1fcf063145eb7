package replicationlab.ui.deck;

/**
 * How a slide's text fits its space.
 *
 * @param percent to which part of its usual size it was shrunk; 100 when it was not
 * @param isScrolled whether it does not fit even so
 * @param code how high the type of its code is then, in pixels of the canvas; 0 without code
 */
public record SlideFit(int percent, boolean isScrolled, double code) {

  /**
   * In pixels of a canvas that is 900 high: a 37th of the screen's height. From the back row, eight
   * times as far away as the screen is high, a lower-case letter then has the height of 6 minutes
   * of arc: the smallest that eyes read without effort see 5. Prose may be smaller, down to the
   * floor of {@link SlideView}: it is said aloud, and code is not.
   */
  public static final double READABLE_CODE = 24;

  /** Whether its code, if there is some, can be read from the back row. */
  public boolean hasReadableCode() {
    return code == 0 || code >= READABLE_CODE;
  }
}
