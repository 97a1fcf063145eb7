package replicationlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Sets who may read, write and enter a file, as {@code chmod 700} does, and no special bits. */
final class FileMode {

  private static final String[] RIGHTS = {"---", "--x", "-w-", "-wx", "r--", "r-x", "rw-", "rwx"};

  private FileMode() {}

  /**
   * @param mode three octal digits; does nothing on a file system without such modes
   * @throws IllegalArgumentException if it is something else
   */
  static void set(Path file, String mode) throws IOException {
    if (!mode.matches("[0-7]{3}")) {
      throw new IllegalArgumentException(
          "'" + mode + "' is no mode; it is three digits from 0 to 7, such as 700");
    }
    StringBuilder rights = new StringBuilder();
    mode.chars().forEach(digit -> rights.append(RIGHTS[digit - '0']));
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights.toString());
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, permissions);
    }
  }
}
