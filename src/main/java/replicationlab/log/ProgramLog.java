package replicationlab.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the program's classes log, keeps the newest lines in memory, and writes them into
 * {@code replication-lab.0.log} of a folder once it has one: at most five files of a megabyte, the
 * newest has number 0. All methods may be called from any thread.
 */
public final class ProgramLog implements AutoCloseable {

  /** How much is written. */
  public enum Detail {
    /** Nothing goes to a file; the last events are still in an error's report. */
    OFF,
    /** What was opened, run, found and refused. */
    NORMAL,
    /** Each command's output too. */
    EVERYTHING
  }

  private static final int BYTES = 1_000_000;
  private static final int FILES = 5;
  private static final int REMEMBERED = 200;

  private final Logger logger = Logger.getLogger("replicationlab");
  private final LastEvents memory = new LastEvents(REMEMBERED, new OneLine());
  private Detail detail;
  private @Nullable FileHandler file;
  private @Nullable Path folder;

  /** Listens from now on; there is one in a program. */
  public ProgramLog(Detail detail) {
    this.detail = detail;
    logger.setUseParentHandlers(false);
    logger.addHandler(memory);
    logger.setLevel(level(detail));
  }

  /**
   * Writes more or less from now on.
   *
   * @throws IOException if the file of a log that was off cannot be made
   */
  public synchronized void detail(Detail newDetail) throws IOException {
    detail = newDetail;
    logger.setLevel(level(newDetail));
    if (newDetail == Detail.OFF) {
      stopWriting();
    } else if (file == null && folder != null) {
      writeInto(folder);
    }
  }

  private static Level level(Detail detail) {
    return detail == Detail.EVERYTHING ? Level.FINE : Level.INFO;
  }

  /**
   * Goes on in another folder.
   *
   * @throws IOException if the file cannot be made; then there is none, and the memory goes on
   */
  public synchronized void writeInto(Path newFolder) throws IOException {
    stopWriting();
    folder = newFolder;
    if (detail == Detail.OFF) {
      return;
    }
    Files.createDirectories(newFolder);
    String place = newFolder.toString().replace("%", "%%");
    FileHandler opened = new FileHandler(place + "/replication-lab.%g.log", BYTES, FILES, true);
    opened.setFormatter(new OneLine());
    opened.setEncoding("UTF-8");
    opened.setLevel(Level.ALL);
    logger.addHandler(opened);
    file = opened;
  }

  /** The newest lines, the oldest of them first. */
  public List<String> lastEvents() {
    return memory.lines();
  }

  private void stopWriting() {
    if (file != null) {
      logger.removeHandler(file);
      file.close();
      file = null;
    }
  }

  @Override
  public synchronized void close() {
    stopWriting();
    logger.removeHandler(memory);
  }
}
