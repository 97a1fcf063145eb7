package replicationlab.evidence;

/**
 * What a journal of a size still takes. A lab done once makes some 50 kB; weeks of trying, or a
 * load on the primary over night, must not fill the disk.
 */
final class Room {

  private static final long MEGABYTE = 1 << 20;

  private Room() {}

  /** How many milliseconds must lie between two lines that tell of nothing but a moving LSN. */
  static long betweenMoves(long size) {
    if (size < MEGABYTE / 2) {
      return 1_000;
    }
    return size < MEGABYTE ? 10_000 : size < 2 * MEGABYTE ? 60_000 : Long.MAX_VALUE;
  }

  /** Whether outputs are still kept. */
  static boolean forOutput(long size) {
    return size < 4 * MEGABYTE;
  }

  /** Whether anything is still kept. */
  static boolean forAnything(long size) {
    return size < 8 * MEGABYTE;
  }
}
