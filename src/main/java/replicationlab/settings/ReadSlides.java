package replicationlab.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which slides of each deck have been read: a file a deck, a line a slide. Safe to use from several
 * threads; what is remembered is added to what was.
 */
public final class ReadSlides {

  private final Path folder;

  /**
   * @param settings the folder of the settings, which need not exist
   */
  public ReadSlides(Path settings) {
    folder = settings.resolve("reading");
  }

  /** The marks of the slides that were read; none if nothing can be read of them. */
  public synchronized Set<String> of(String deck) {
    Path file = file(deck);
    try {
      return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
    } catch (IOException e) {
      // What cannot be read is as if it had never been: the slides can be read again.
      return Set.of();
    }
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
    Path file = file(deck);
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      Files.write(half, all);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("What was read could not be remembered in " + file, e);
    }
  }

  private Path file(String deck) {
    return folder.resolve(UUID.nameUUIDFromBytes(deck.getBytes(StandardCharsets.UTF_8)) + ".txt");
  }
}
