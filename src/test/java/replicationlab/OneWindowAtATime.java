package replicationlab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Where a build tests several classes at a time ({@code -DforkCount=2}) on one display, those with
 * a window wait for each other: two windows would take each other's keys. Every test has it, by
 * {@code META-INF/services} and {@code junit-platform.properties}.
 */
public final class OneWindowAtATime implements BeforeAllCallback {

  private static final Namespace HERE = Namespace.create(OneWindowAtATime.class);

  /** Shared by all who test in one build's folder. */
  private static final Path LOCK = Path.of("target", "one-window.lock");

  @Override
  public void beforeAll(ExtensionContext context) {
    if (hasDisplay() && context.getTags().contains("ui")) {
      // A class within a class finds the lock of the outer one.
      context.getStore(HERE).getOrComputeIfAbsent(LOCK, _ -> new Turn(take()), Turn.class);
    }
  }

  private static boolean hasDisplay() {
    return !"Headless".equals(System.getProperty("glass.platform"));
  }

  private static FileChannel take() {
    try {
      Files.createDirectories(LOCK.getParent());
      FileChannel file =
          FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file.lock();
      return file;
    } catch (IOException e) {
      throw new IllegalStateException("The turn of a test with a window was not taken", e);
    }
  }

  /** Ends with the class: the lock goes with its file. */
  private record Turn(FileChannel file) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
