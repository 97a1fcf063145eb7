package replicationlab.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long the disk takes to keep one page for good. Each commit waits for that; a virus scanner or
 * a network disk makes it slow.
 */
final class SyncProbe implements Probe {

  /** Carries out one small write that is kept for good; answers with its nanoseconds. */
  interface Sync {
    long nanos() throws IOException;
  }

  private static final int TIMES = 40;
  private static final int PAGE = 8192;
  private static final double SLOW_MS = 25;
  private static final double TOO_SLOW_MS = 250;

  private final Path folder;

  SyncProbe(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "Speed of fsync";
  }

  @Override
  public Diagnosis look() throws IOException {
    Path file = Files.createTempFile(folder, ".replication-lab-fsync", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(PAGE);
      return judge(() -> {
        long start = System.nanoTime();
        page.clear();
        channel.write(page);
        channel.force(true);
        return System.nanoTime() - start;
      });
    } finally {
      Files.delete(file);
    }
  }

  static Diagnosis judge(Sync sync) throws IOException {
    long[] nanos = new long[TIMES];
    int done = 0;
    // On a disk so slow that it takes seconds, a few say enough.
    long most = 5_000_000_000L;
    for (long spent = 0; done < TIMES && (spent < most || done < 5); done++) {
      nanos[done] = sync.nanos();
      spent += nanos[done];
    }
    long[] sorted = Arrays.copyOf(nanos, done);
    Arrays.sort(sorted);
    double median = sorted[done / 2] / 1e6;
    double worst = sorted[done - 1] / 1e6;
    String name = "Speed of fsync";
    String measured =
        String.format(
            Locale.ROOT, "median %.1f ms, worst %.1f ms, of %d writes", median, worst, done);
    if (median < SLOW_MS) {
      return Diagnosis.ok(name, measured);
    }
    String remedy =
        "Take the workspace's folder out of the virus scanner's watch, or choose one on a faster"
            + " disk: every commit waits for this.";
    return median < TOO_SLOW_MS
        ? Diagnosis.warning(name, measured, remedy)
        : Diagnosis.problem(name, measured, remedy);
  }
}
