package replicationlab.export;

/** In which form slides leave the program. */
public sealed interface Form {

  /** A PDF with one slide a page, 16 to 9. */
  record Slides() implements Form {}

  /**
   * A PDF to be handed out: several slides on a page of A4, with lines to write on.
   *
   * @param perPage 3, with the lines beside each slide, or 6, with the lines below
   */
  record Handout(int perPage) implements Form {
    public Handout {
      if (perPage != 3 && perPage != 6) {
        throw new IllegalArgumentException(
            "A handout has 3 or 6 slides on a page, not " + perPage + ".");
      }
    }
  }

  /** A PDF with a slide and the speaker's notes below it on each page of A4. */
  record Notes() implements Form {}

  /**
   * A folder of PNG files, 16 to 9.
   *
   * @param width pixels
   */
  record Pictures(int width) implements Form {

    /** Fewer pixels than this cannot be read. */
    public static final int NARROWEST = 160;

    /** More than an 8K screen has; beyond it memory runs out before a picture gets better. */
    public static final int WIDEST = 7680;

    public Pictures {
      if (width < NARROWEST || width > WIDEST) {
        throw new IllegalArgumentException(
            "A picture is " + NARROWEST + " to " + WIDEST + " pixels wide, not " + width + ".");
      }
    }
  }
}
