package replicationlab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files 0600 and folders 0700: what a lab keeps is for its owner's eyes. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /**
   * Takes everybody else's rights away; leaves links, and systems without such rights, alone. It
   * does not ask for the file store, which a changed root (a container, a chroot) may not be able
   * to name.
   */
  public static void restrict(Path path) throws IOException {
    boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    if ((folder || file) && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
    }
  }
}
