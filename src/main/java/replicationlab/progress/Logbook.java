package replicationlab.progress;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;

/**
 * What the program that works in a workspace is doing right now, so that the next one knows whether
 * it was ended in the middle of something. A disk that is full or read-only keeps nobody from
 * working: then the logbook says less.
 */
public final class Logbook {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * What is written in it.
   *
   * @param folder where the workspace was
   * @param pid the program
   * @param step the step that was being done; empty between steps
   * @param command what was being carried out; empty between commands
   */
  public record Entry(String folder, long pid, String step, String command) {
    public Entry {
      Objects.requireNonNull(folder);
      Objects.requireNonNull(step);
      Objects.requireNonNull(command);
    }
  }

  private final Workspace workspace;
  private boolean closed;

  public Logbook(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What the last program has left: nothing if none was there or it has never been read whole. */
  public Optional<Entry> read() {
    try {
      return Optional.ofNullable(
          JSON.readValue(Files.readAllBytes(workspace.openedFile()), Entry.class));
    } catch (IOException noneOrHalfWritten) {
      return Optional.empty();
    }
  }

  /** This program works here from now on, and does nothing yet. */
  public void open() {
    write("", "");
  }

  /** It begins to carry something out. */
  public void begin(String step, String command) {
    write(step, command);
  }

  /** It is through with it. */
  public void end() {
    write("", "");
  }

  /** It works here no more, and all it began has ended; the place is still remembered. */
  public synchronized void close() {
    write(new Entry(workspace.folder().toString(), 0, "", ""));
    closed = true;
  }

  private void write(String step, String command) {
    write(new Entry(workspace.folder().toString(), ProcessHandle.current().pid(), step, command));
  }

  private synchronized void write(Entry entry) {
    if (closed) {
      return;
    }
    try {
      WholeFile.write(workspace.openedFile(), JSON.writeValueAsBytes(entry), Care.OWNER_ONLY);
    } catch (IOException e) {
      System.getLogger(Logbook.class.getName())
          .log(System.Logger.Level.DEBUG, "the logbook was not written", e);
    }
  }
}
