package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes settings files. A write leaves the old text or the new one, never half; owner
 * and mode stay what they were, and a new file is its folder's owner's alone.
 */
public final class SettingsFileStore {

  private SettingsFileStore() {}

  /**
   * A file's text.
   *
   * @param charset UTF-8, or Latin 1 for a file that is not UTF-8, in which every byte survives
   */
  public record Loaded(boolean exists, String text, Charset charset) {}

  /**
   * Reads a file; one that is not there counts as empty.
   *
   * @throws IOException if it is there and cannot be read
   */
  public static Loaded read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Loaded(false, "", StandardCharsets.UTF_8);
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Loaded(true, text, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      return new Loaded(
          true, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * Writes a file.
   *
   * @throws IOException with a sentence if it cannot be written; the old text is still there then
   */
  public static void write(Path file, String text, Charset charset) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(
          file + " is a link to " + Files.readSymbolicLink(file) + "; edit that file instead.");
    }
    Path beside = file.resolveSibling(file.getFileName() + ".replication-lab");
    // A new file for certain: we may be root, and whoever runs the servers may have put a link
    // there.
    Files.deleteIfExists(beside);
    try {
      Files.write(beside, text.getBytes(charset), StandardOpenOption.CREATE_NEW);
      giveTo(beside, Files.exists(file) ? file : null, file.toAbsolutePath().resolveSibling(""));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void giveTo(Path file, @Nullable Path like, Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes mine = view.readAttributes();
    PosixFileAttributes theirs =
        Files.readAttributes(like == null ? folder : like, PosixFileAttributes.class);
    view.setPermissions(
        like == null ? PosixFilePermissions.fromString("rw-------") : theirs.permissions());
    if (!mine.owner().equals(theirs.owner())) {
      view.setOwner(theirs.owner());
    }
    if (!mine.group().equals(theirs.group())) {
      view.setGroup(theirs.group());
    }
  }
}
