package replicationlab.postgres.cluster;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The roles of a cluster by their numbers, as the file of pg_authid has them; a server that runs
 * may know of more than it has written there. The file is made of pages as PostgreSQL's {@code
 * bufpage.h} and {@code htup_details.h} describe them.
 */
public final class RoleNames {

  /** The first superuser's number in every cluster (BOOTSTRAP_SUPERUSERID). */
  private static final long FIRST_SUPERUSER = 10;

  /** Where initdb puts pg_authid; only VACUUM FULL moves it. */
  private static final String FILE = "global/1260";

  private static final int PAGE = 8192;
  private static final int PAGE_HEADER = 24;
  private static final int NAME = 64;
  private static final int NORMAL = 1;
  private static final int OID_IN_HEADER = 0x0008;
  private static final int NOT_DELETED = 0x0800;

  private RoleNames() {}

  /** What a data directory's file has; empty if it cannot be read. */
  public static SortedMap<Long, String> of(DataDirectory data) {
    SortedMap<Long, String> names = new TreeMap<>();
    try {
      byte[] file = Files.readAllBytes(data.path().resolve(FILE));
      boolean oidFirst = !data.major().matches("9\\..*|10|11");
      for (int page = 0; page + PAGE <= file.length; page += PAGE) {
        read(
            ByteBuffer.wrap(file, page, PAGE).slice().order(ByteOrder.nativeOrder()),
            oidFirst,
            names);
      }
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
      names.clear();
    }
    return names;
  }

  /** The name that was given to initdb, or that the first superuser has been given since. */
  public static Optional<String> firstSuperuser(DataDirectory data) {
    return Optional.ofNullable(of(data).get(FIRST_SUPERUSER));
  }

  private static void read(ByteBuffer page, boolean oidFirst, SortedMap<Long, String> names) {
    int lower = Short.toUnsignedInt(page.getShort(12));
    for (int at = PAGE_HEADER; at < lower; at += Integer.BYTES) {
      int pointer = page.getInt(at);
      int tuple = pointer & 0x7fff;
      if (((pointer >>> 15) & 3) == NORMAL) {
        int info = Short.toUnsignedInt(page.getShort(tuple + 20));
        int values = tuple + Byte.toUnsignedInt(page.get(tuple + 22));
        boolean deleted = (info & NOT_DELETED) == 0 && page.getInt(tuple + 4) != 0;
        if (!deleted && (oidFirst || (info & OID_IN_HEADER) != 0)) {
          long oid = Integer.toUnsignedLong(page.getInt(oidFirst ? values : values - 4));
          names.put(oid, name(page, oidFirst ? values + 4 : values));
        }
      }
    }
  }

  private static String name(ByteBuffer page, int at) {
    byte[] bytes = new byte[NAME];
    page.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\x00.*", "");
  }
}
