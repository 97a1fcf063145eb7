package replicationlab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.Executor;
import replicationlab.process.CommandResult.Ending;

/**
 * Runs programs and waits for them. The program's standard input is empty. May be used by many
 * threads at once.
 */
public final class CommandRunner {

  private static final int KEPT_LINES = 2_000;

  private final int keptLines;

  /** Keeps the first and the last 2000 lines of each output in the results. */
  public CommandRunner() {
    this(KEPT_LINES);
  }

  CommandRunner(int keptLines) {
    this.keptLines = keptLines;
  }

  /**
   * Runs the program until it exits, its time is over, or it is cancelled; in the last two cases
   * all that it has started is ended too. With an ordinary exit nothing else is ended, and nobody
   * waits for what it leaves running, even if that still holds its output open. Interrupting the
   * calling thread cancels.
   *
   * @param live gets each line as it comes, on another thread, one at a time; while it works the
   *     program is held up
   * @throws CommandNotStartedException when there is no such program or folder, with the remedy
   */
  public CommandResult run(
      CommandRequest request, Consumer<OutputLine> live, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return new CommandResult(Ending.CANCELLED, -1, List.of(), Duration.ZERO);
    }
    KeptLines kept = new KeptLines(keptLines);
    OutputPump pump =
        new OutputPump(line -> {
          kept.add(line);
          live.accept(line);
        });
    RunningProcess process = new RunningProcess(request.timeout());
    cancellation.onCancel(() -> process.force(Ending.CANCELLED));

    long start = System.nanoTime();
    int exitCode = execute(request, pump, process);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);

    Ending ending = process.ending();
    RuntimeException failure = pump.receiverFailure();
    if (failure != null) {
      throw failure;
    }
    return new CommandResult(ending, exitCode, kept.all(), duration);
  }

  /** The same for those who only want the result. */
  public CommandResult run(CommandRequest request) {
    return run(request, line -> {}, new Cancellation());
  }

  private static int execute(CommandRequest request, OutputPump pump, RunningProcess process) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(request.environment());
    StartProblem problem = new StartProblem(request, environment);
    problem.throwIfFolderIsMissing();

    CommandLine line = new CommandLine(problem.program());
    // Without quoting: each argument reaches the program as it is.
    request.command().stream().skip(1).forEach(argument -> line.addArgument(argument, false));

    DefaultExecutor executor =
        DefaultExecutor.builder()
            .setExecuteStreamHandler(pump)
            .setWorkingDirectory(request.directory().toAbsolutePath())
            .get();
    executor.setExitValues(null);
    executor.setProcessDestroyer(process);
    try {
      int exitCode = executor.execute(line, environment);
      if (exitCode == Executor.INVALID_EXITVALUE) {
        // commons-exec has ended the program and forgotten why: this thread was interrupted.
        process.force(Ending.CANCELLED);
        Thread.currentThread().interrupt();
      }
      return exitCode;
    } catch (IOException notStarted) {
      throw problem.explain(notStarted);
    }
  }

  /** Whether a file is there that the system would run. */
  static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
