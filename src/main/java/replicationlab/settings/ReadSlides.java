package replicationlab.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which slides of each deck have been read: a file a deck, a line a slide. Safe to use from several
 * threads; what is remembered is added to what was.
 */
public final class ReadSlides {

  private final DeckLines lines;

  /**
   * @param settings the folder of the settings, which need not exist
   */
  public ReadSlides(Path settings) {
    lines = new DeckLines(settings.resolve("reading"));
  }

  /** The marks of the slides that were read; none if nothing can be read of them. */
  public synchronized Set<String> of(String deck) {
    return new TreeSet<>(lines.of(deck));
  }

  /**
   * Adds slides to those that were read.
   *
   * @param marks one for each slide, without line ends
   * @throws UncheckedIOException if they cannot be written
   */
  public synchronized void remember(String deck, Collection<String> marks) {
    Set<String> all = new TreeSet<>(of(deck));
    if (!all.addAll(marks)) {
      return;
    }
    try {
      lines.write(deck, all);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "What was read could not be remembered in " + lines.file(deck), e);
    }
  }
}
