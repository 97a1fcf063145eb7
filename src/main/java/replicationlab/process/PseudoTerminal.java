package replicationlab.process;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A program at a terminal of its own: it may ask for the window's size, switch echo off, move the
 * cursor and draw in colours, as psql, vi and less do. Everything that it and its children write
 * comes out of one stream. May be used by many threads; only one should read.
 */
public final class PseudoTerminal implements AutoCloseable {

  private static final byte[] INTERRUPT = {3};
  private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(2);

  private final PtyProcess process;
  private final Reader output;
  private final OutputStream input;
  private final AtomicBoolean closing = new AtomicBoolean();

  private PseudoTerminal(PtyProcess process) {
    this.process = process;
    this.output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    this.input = process.getOutputStream();
  }

  /**
   * Starts a program.
   *
   * @param command the program (a path, or a name that PATH finds) and its arguments
   * @param environment all that the program sees; nothing of ours is added
   * @throws CommandNotStartedException when there is no such program or folder, or this system lets
   *     no terminal be made, with the remedy
   */
  public static PseudoTerminal start(
      List<String> command, Path directory, Map<String, String> environment) {
    StartProblem problem = new StartProblem(CommandRequest.of(directory, command), environment);
    problem.throwIfFolderIsMissing();
    String[] words = command.toArray(String[]::new);
    words[0] = problem.program();
    try {
      return new PseudoTerminal(
          new PtyProcessBuilder(words)
              .setDirectory(directory.toAbsolutePath().toString())
              .setEnvironment(new HashMap<>(environment))
              .setRedirectErrorStream(true)
              .setInitialColumns(80)
              .setInitialRows(24)
              .start());
    } catch (IOException notStarted) {
      throw problem.explain(notStarted);
    } catch (LinkageError | IllegalStateException noLibrary) {
      throw new CommandNotStartedException(
          "This system lets no terminal be made (%s); use a terminal of your own, in the workspace."
              .formatted(noLibrary.getMessage()),
          noLibrary);
    }
  }

  /** Waits for output; answers with the number of characters, or -1 when no more will come. */
  public int read(char[] buffer, int offset, int length) throws IOException {
    return output.read(buffer, offset, length);
  }

  /** Whether {@link #read} would answer at once. */
  public boolean ready() throws IOException {
    return output.ready();
  }

  /** Gives the program what somebody has typed. */
  public void write(byte[] typed) throws IOException {
    input.write(typed);
    input.flush();
  }

  /** Tells the program how many characters its window has; it redraws itself. */
  public void resize(int columns, int rows) {
    if (process.isAlive()) {
      process.setWinSize(new WinSize(columns, rows));
    }
  }

  /** Whether the program has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the program's end; answers with its exit code. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Ends the program and all that it has started at this terminal, in the background: as if
   * somebody pressed Ctrl+C and closed the window, and by force if that is not heard. What has left
   * the terminal, such as a server that pg_ctl has started, goes on.
   */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      // No daemon: the Java machine stays until nothing is left.
      Thread.ofPlatform().name("terminal's end").start(this::end);
    }
  }

  private void end() {
    ProcessTree tree = ProcessTree.of(ProcessHandle.of(process.pid()).stream());
    try {
      if (process.isAlive()) {
        // A server that runs in the foreground takes it for a fast shutdown.
        write(INTERRUPT);
      }
    } catch (IOException alreadyGone) {
      // It has ended meanwhile: what was wanted.
    }
    tree.processes().forEach(ProcessHandle::destroy);
    // An interactive shell hears no SIGTERM, but leaves when its terminal goes.
    closeStreams();
    if (!tree.haveGone(TIME_TO_LEAVE)) {
      tree.processes().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void closeStreams() {
    try {
      input.close();
      // Not the reader: closing it waits for whoever reads.
      process.getInputStream().close();
    } catch (IOException alreadyClosed) {
      // It is closed: what was wanted.
    }
  }
}
