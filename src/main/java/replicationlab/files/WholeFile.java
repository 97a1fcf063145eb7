package replicationlab.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Writes a file beside its place and then moves it there: whenever the program dies, the old file
 * or the new one is whole. What is half written is left to nobody.
 */
public final class WholeFile {

  /** How the name of a file ends that is not in its place yet. */
  public static final String ENDING = ".new";

  /** What somebody asks for beyond a whole file. */
  public enum Care {

    /** 0600, from its first byte. */
    OWNER_ONLY,

    /**
     * On the disk itself before it is moved, else a power cut may keep its new name and lose what
     * was written. It takes as long as the disk does.
     */
    OUTLIVES_POWER_CUT
  }

  /** Writes what is to be in a file. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file, in the place of the one that is there.
   *
   * @throws IOException if it cannot be written; the old one is still there then
   */
  public static void write(Path file, byte[] content, Care... cares) throws IOException {
    write(file, out -> out.write(content), cares);
  }

  /** The same for what is too much to be held in memory twice. */
  public static void write(Path file, Content content, Care... cares) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ENDING);
    try {
      // A new file for certain, not what a link leads to.
      Files.deleteIfExists(draft);
      fill(draft, content, Set.of(cares));
      move(draft, file);
    } catch (IOException | RuntimeException e) {
      // On a full disk, half of it.
      boolean _ = draft.toFile().delete();
      throw e;
    }
  }

  private static void fill(Path draft, Content content, Set<Care> cares) throws IOException {
    try (FileChannel channel =
            FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      if (cares.contains(Care.OWNER_ONLY)) {
        OwnerOnly.restrict(draft);
      }
      content.writeTo(out);
      out.flush();
      if (cares.contains(Care.OUTLIVES_POWER_CUT)) {
        channel.force(true);
      }
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
