package replicationlab.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

/** Where an export goes: the file is whole or, whatever happens, as it was before. */
public final class Target {

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  private Target() {}

  /**
   * Writes a file beside its place and moves it there when it is complete.
   *
   * @param replace whether a file that is there may be replaced
   * @throws ExportFailed saying why, and that nothing was left behind
   */
  public static void write(Path file, boolean replace, Content content) throws ExportFailed {
    Path target = file.toAbsolutePath();
    check(target, replace);
    Path half = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      content.writeTo(half);
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (ExportFailed e) {
      throw e;
    } catch (IOException e) {
      throw failed(target, e);
    } finally {
      forget(half);
    }
  }

  /** Complains before the work begins and not after it. */
  public static void check(Path file, boolean replace) throws ExportFailed {
    Path target = file.toAbsolutePath();
    if (target.getFileName() == null || Files.isDirectory(target)) {
      throw new ExportFailed(target + " is a folder; name a file.");
    }
    Path folder = Objects.requireNonNull(target.getParent());
    if (!Files.isDirectory(folder)) {
      throw new ExportFailed(
          "There is no folder " + folder + " to write " + target.getFileName() + " into.");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new ExportFailed(target + " is no ordinary file; name another.");
    }
    if (Files.exists(target) && !replace) {
      throw new ExportFailed(
          target + " exists already; name another file, or say --force to replace it.");
    }
    if (!Files.isWritable(folder)) {
      throw new ExportFailed(
          "The folder " + folder + " cannot be written into; choose another place.");
    }
  }

  /** A failure of the disk in words. */
  public static ExportFailed failed(Path target, IOException failure) {
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    String why;
    if (words.contains("no space left") || words.contains("not enough space")) {
      why = "the disk is full; make room, or choose another place";
    } else if (words.contains("too large") || words.contains("quota")) {
      why = "the file would be larger than this account may write";
    } else if (failure instanceof AccessDeniedException || words.contains("permission denied")) {
      why = "this account may not write there; choose another place";
    } else if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
      why = "its folder is not there";
    } else if (failure instanceof FileSystemException system && system.getReason() != null) {
      why = system.getReason();
    } else {
      why = String.valueOf(failure.getMessage());
    }
    return new ExportFailed(target + " was not written: " + why + ".", failure);
  }

  private static void forget(Path half) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      // It was ours and is gone or in nobody's way; the failure that counts is already told.
      half.toFile().deleteOnExit();
    }
  }
}
