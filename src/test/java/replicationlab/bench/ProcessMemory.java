package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What processes hold of the machine's memory, as Linux counts it. */
final class ProcessMemory {

  private static final double KIB_A_MIB = 1024.0;

  /** How long a slide is left alone before its memory is called that of a program at rest. */
  private static final Duration ALONE = Duration.ofSeconds(30);

  private ProcessMemory() {}

  /** Waits until whatever runs has had time to give memory back. */
  static void leaveAlone() {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(ALONE.toSeconds(), TimeUnit.SECONDS))
        .join();
  }

  /**
   * A process and its descendants, in MiB: what several share is counted once (PSS).
   *
   * @throws IOException where there is no {@code /proc}, or it may not be read
   */
  static double ofTree(ProcessHandle root) throws IOException {
    double sum = 0;
    for (ProcessHandle process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
      sum += of(process.pid(), "smaps_rollup", "Pss:");
    }
    return sum;
  }

  /** What one process has resident, in MiB, also what it shares with others. */
  static double resident(long pid) throws IOException {
    return of(pid, "status", "VmRSS:");
  }

  private static double of(long pid, String file, String field) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
              .filter(line -> line.startsWith(field))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / KIB_A_MIB;
    } catch (NoSuchFileException endedMeanwhile) {
      return 0;
    }
  }
}
