package replicationlab.checkpoint;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * By what a file that changed is told from one that did not, without reading it.
 *
 * @param mode type and permissions as stat(2) has them; 0 where the system has none
 * @param inode 0 where the system has none
 * @param modified nanoseconds since 1970
 * @param changed the same for the inode: cannot be set back as {@code modified} can
 */
record FileFacts(int mode, long inode, long size, long modified, long changed) {

  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  /** Modes are octal in stat(2)'s manual: S_IFMT and below it the permissions. */
  private static final int PERMISSIONS = 0xFFF;

  private static final int TYPE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;
  private static final int LINK = 0xA000;

  static FileFacts of(Path path) throws IOException {
    if (!UNIX) {
      BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
      long modified = nanos(basic.lastModifiedTime());
      return new FileFacts(0, 0, basic.size(), modified, modified);
    }
    Map<String, Object> all =
        Files.readAttributes(
            path, "unix:mode,ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
    return new FileFacts(
        (int) value(all, "mode"),
        (long) value(all, "ino"),
        (long) value(all, "size"),
        nanos((FileTime) value(all, "lastModifiedTime")),
        nanos((FileTime) value(all, "ctime")));
  }

  /** What stands at a path of which these are the facts; empty for a socket and the like. */
  Optional<Entry.Kind> kind(Path path) {
    boolean link = UNIX ? (mode & TYPE) == LINK : Files.isSymbolicLink(path);
    if (link) {
      return Optional.of(Entry.Kind.LINK);
    }
    if (UNIX ? (mode & TYPE) == FOLDER : Files.isDirectory(path)) {
      return Optional.of(Entry.Kind.FOLDER);
    }
    boolean regular = UNIX ? (mode & TYPE) == REGULAR : Files.isRegularFile(path);
    return regular ? Optional.of(Entry.Kind.FILE) : Optional.empty();
  }

  private static Object value(Map<String, Object> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private static long nanos(FileTime time) {
    Instant instant = time.toInstant();
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  /** Gives a file that was written anew the permissions and the time that this one had. */
  void give(Path path) throws IOException {
    if (UNIX) {
      Files.setAttribute(path, "unix:mode", mode & PERMISSIONS);
    }
    Files.setLastModifiedTime(
        path,
        FileTime.from(Instant.ofEpochSecond(modified / 1_000_000_000L, modified % 1_000_000_000L)));
  }
}
