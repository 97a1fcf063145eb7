package replicationlab.course;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import replicationlab.lab.Lab;

/**
 * The labs that come with the program, read once and when they are first needed. May be used by
 * many threads.
 */
public final class ShippedLabs {

  private final ProgramFiles files;
  private @Nullable CompletableFuture<List<Lab>> read;

  /** Reads nothing yet. */
  public ShippedLabs(ProgramFiles files) {
    this.files = files;
  }

  /** Where they are. */
  public ProgramFiles files() {
    return files;
  }

  /** Begins to read them on another thread, for somebody who is about to need them. */
  public ShippedLabs readAhead() {
    var _ = reading();
    return this;
  }

  /** Their names, in order; nothing is read for them. */
  public List<String> names() {
    return Courses.labFiles(files).stream().map(Courses::name).toList();
  }

  /**
   * All of them, in the order of their names.
   *
   * @throws java.io.UncheckedIOException if one cannot be read, with its file
   */
  public List<Lab> all() {
    try {
      return reading().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException unreadable ? unreadable : e;
    }
  }

  private synchronized CompletableFuture<List<Lab>> reading() {
    CompletableFuture<List<Lab>> known = read;
    if (known == null) {
      known = CompletableFuture.supplyAsync(() -> Courses.labs(files), Thread::startVirtualThread);
      read = known;
    }
    return known;
  }
}
