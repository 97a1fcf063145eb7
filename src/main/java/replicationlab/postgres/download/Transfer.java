package replicationlab.postgres.download;

import java.util.Locale;

/**
 * How far a download is.
 *
 * @param bytes that are here
 * @param total that there will be
 * @param bytesPerSecond lately; 0 while unknown
 */
public record Transfer(long bytes, long total, long bytesPerSecond) {

  private static final double MEGABYTE = 1_000_000;

  /** From 0 to 1. */
  public double fraction() {
    return total == 0 ? 0 : Math.clamp((double) bytes / total, 0, 1);
  }

  /** "5.8 of 14.5 MB, 40 %, 3.1 MB/s". */
  public String words() {
    String done =
        String.format(
            Locale.ROOT,
            "%.1f of %.1f MB, %d %%",
            bytes / MEGABYTE,
            total / MEGABYTE,
            (int) (100 * fraction()));
    return bytesPerSecond == 0
        ? done
        : done + String.format(Locale.ROOT, ", %.1f MB/s", bytesPerSecond / MEGABYTE);
  }
}
