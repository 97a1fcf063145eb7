package replicationlab.ui.deck;

/** What a key does to the slides, in the words of the map of keys. */
public enum SlideAction {
  NEXT("next step, then next slide"),
  PREVIOUS("step back, then slide before"),
  NEXT_SLIDE("next slide, skipping steps"),
  PREVIOUS_SLIDE("slide before, skipping steps"),
  FIRST("first slide"),
  LAST("last slide"),
  JUMP("go to a slide by its number or title; so does its number with Enter"),
  OVERVIEW("overview of all slides"),
  SEARCH("search in slides and notes"),
  BLACK("black screen, and back"),
  WHITE("white screen, and back"),
  PRESENT("present from this slide, and back"),
  PRESENT_FROM_START("present from the first slide"),
  PRESENTER("presenter's window with notes and clock"),
  SWAP_SCREENS("swap the screens of slide and presenter"),
  PEN("pen, and back"),
  LASER("laser pointer, and back"),
  ERASE("erase what the pen drew; Ctrl+Z takes the last line back"),
  DARK("dark or light"),
  THEN_OR_NOW("as of 9.0, or as of the chosen version"),
  ZOOM_IN("zoom in; so does a click with Ctrl, at that point"),
  ZOOM_OUT("zoom out"),
  ZOOM_RESET("the whole slide again"),
  SCROLL_DOWN("scroll what does not fit"),
  SCROLL_UP("scroll back"),
  KEYS("this map of keys"),
  CLOSE("close what lies over the slide, then end the show");

  private final String words;

  SlideAction(String words) {
    this.words = words;
  }

  /** What it does, as a phrase without a verb's subject. */
  public String words() {
    return words;
  }
}
