package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders that every account may read, whatever the umask: who runs the servers may be another than
 * who unpacks them.
 */
final class OpenFolder {

  private static final boolean HAS_PERMISSIONS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OpenFolder() {}

  /** Makes the folder, and those above it, unless it is there. */
  static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      make(parent);
    }
    Files.createDirectories(folder);
    if (HAS_PERMISSIONS) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
