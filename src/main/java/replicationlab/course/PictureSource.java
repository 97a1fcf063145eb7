package replicationlab.course;

import java.nio.file.Path;

/** What stands behind a picture on a slide. */
public sealed interface PictureSource {

  /** A picture file beside the deck. */
  record Image(Path file) implements PictureSource {}

  /** A diagram that the program draws. */
  record Drawing(Path file) implements PictureSource {}

  /**
   * Nothing.
   *
   * @param message says what was looked for and where, for the placeholder and the list of problems
   */
  record Missing(String target, String message) implements PictureSource {}
}
