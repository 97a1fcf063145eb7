package replicationlab.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shared memory as PostgreSQL's manual describes it under "Shared Memory and Semaphores": on Linux
 * one small System V segment for each server, and files in {@code /dev/shm} for parallel work.
 */
final class SharedMemoryProbe implements Probe {

  private static final long LEAST_MB = 16;

  /** Two servers need two segments; others have theirs. */
  private static final long LEAST_SEGMENTS = 16;

  private static final long LEAST_BYTES = 4096;

  private final Path root;

  SharedMemoryProbe() {
    this(Path.of("/"));
  }

  /**
   * @param root of the file system; another one in tests
   */
  SharedMemoryProbe(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "Shared memory";
  }

  @Override
  public Diagnosis look() throws IOException {
    Path kernel = root.resolve("proc/sys/kernel");
    if (!Files.isDirectory(kernel)) {
      return Diagnosis.unknown(name(), "only Linux tells its limits");
    }
    Path folder = root.resolve("dev/shm");
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return Diagnosis.problem(
          name(),
          "/dev/shm is not there or cannot be written",
          "Mount a tmpfs there; a container gets one with --shm-size=256m.");
    }
    long free = Files.getFileStore(folder).getUsableSpace() / 1_000_000;
    if (free < LEAST_MB) {
      return Diagnosis.problem(
          name(),
          free + " MB free in /dev/shm",
          "Make /dev/shm bigger; a container gets more with --shm-size=256m.");
    }
    long segments = number(kernel.resolve("shmmni"));
    long bytes = number(kernel.resolve("shmmax"));
    if (segments < LEAST_SEGMENTS || bytes < LEAST_BYTES) {
      // No problem yet: who else has segments decides whether these suffice.
      return Diagnosis.warning(
          name(),
          "System V: %d segments of at most %d bytes".formatted(segments, bytes),
          "If the primary does not start, raise kernel.shmmni and kernel.shmmax with sysctl, as"
              + " PostgreSQL's manual says.");
    }
    return Diagnosis.ok(
        name(), "%d MB free in /dev/shm, %d System V segments".formatted(free, segments));
  }

  /**
   * The number in one of the kernel's files, which gives all of it to the first read and nothing to
   * a second, so Files.readString would see its first digit only. Some kernels allow more than fits
   * into a long.
   */
  static long number(Path file) throws IOException {
    String text;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      text = String.valueOf(reader.readLine()).strip();
    }
    return text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
  }
}
