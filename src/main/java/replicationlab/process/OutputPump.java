package replicationlab.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a program writes, both streams on one thread, and hands it on line by line. The
 * program is held up when the receiver is slow.
 *
 * <p>It looks for bytes instead of waiting for them: a server that a program leaves behind may hold
 * the pipe for days, and a thread that waits in {@code read} could not be ended (on Windows, not
 * even the stream could be closed).
 */
final class OutputPump implements ExecuteStreamHandler {

  /** Looks are rarer the longer nothing comes; the program's exit is told and needs no look. */
  private static final long FIRST_WAIT_NANOS = 1_000_000;

  private static final long LONGEST_WAIT_NANOS = 16_000_000;

  private final Consumer<OutputLine> receiver;
  private final LineSplitter outLines;
  private final LineSplitter errLines;
  private InputStream out = InputStream.nullInputStream();
  private InputStream err = InputStream.nullInputStream();
  private @Nullable Thread thread;
  private volatile boolean exited;
  private volatile @Nullable RuntimeException receiverFailure;

  OutputPump(Consumer<OutputLine> receiver) {
    this.receiver = receiver;
    this.outLines = new LineSplitter(text -> give(OutputLine.Stream.OUT, text));
    this.errLines = new LineSplitter(text -> give(OutputLine.Stream.ERR, text));
  }

  /** What the receiver threw, if it did; it was then given no further lines. */
  @Nullable RuntimeException receiverFailure() {
    return receiverFailure;
  }

  @Override
  public void setProcessInputStream(OutputStream stdin) {
    try {
      stdin.close();
    } catch (IOException alreadyClosed) {
      // The program has closed it, or has ended: what was wanted.
    }
  }

  @Override
  public void setProcessOutputStream(InputStream stream) {
    out = stream;
  }

  @Override
  public void setProcessErrorStream(InputStream stream) {
    err = stream;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("output").start(this::pump);
  }

  /** The program has exited: returns when all that it wrote has been handed on. */
  @Override
  public void stop() {
    exited = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread != null && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException laterPlease) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump() {
    boolean mayCome = true;
    long wait = FIRST_WAIT_NANOS;
    while (mayCome) {
      // Asked before looking: what a program wrote is in the pipe by the time that it has exited.
      boolean hadExited = exited;
      boolean outMoved = move(out, outLines);
      boolean errMoved = move(err, errLines);
      boolean quiet = !outMoved && !errMoved;
      mayCome = !quiet || !hadExited;
      if (quiet && mayCome) {
        LockSupport.parkNanos(wait);
      }
      wait = quiet ? Math.min(2 * wait, LONGEST_WAIT_NANOS) : FIRST_WAIT_NANOS;
    }
    outLines.finish();
    errLines.finish();
  }

  private static boolean move(InputStream from, LineSplitter to) {
    try {
      int available = from.available();
      if (available == 0) {
        return false;
      }
      byte[] bytes = from.readNBytes(Math.min(available, 8192));
      to.add(bytes);
      return bytes.length > 0;
    } catch (IOException closed) {
      return false;
    }
  }

  private void give(OutputLine.Stream stream, String text) {
    if (receiverFailure != null) {
      return;
    }
    try {
      receiver.accept(new OutputLine(stream, text));
    } catch (RuntimeException failure) {
      receiverFailure = failure;
    }
  }
}
