package replicationlab.postgres.replication;

/**
 * WAL locations as PostgreSQL writes them: two hexadecimal halves of a 64-bit byte position, such
 * as 0/3015690.
 */
public final class Lsn {

  private Lsn() {}

  /**
   * The position in bytes.
   *
   * @throws IllegalArgumentException if {@code lsn} is not of that form
   */
  public static long bytes(String lsn) {
    int slash = lsn.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'" + lsn + "' is no WAL location");
    }
    return (Long.parseLong(lsn, 0, slash, 16) << 32)
        + Long.parseLong(lsn, slash + 1, lsn.length(), 16);
  }
}
