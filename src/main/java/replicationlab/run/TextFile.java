package replicationlab.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file that a crash leaves as it was or as it was meant, never half, and that only its
 * owner may read.
 */
final class TextFile {

  private TextFile() {}

  static void write(Path file, String text) throws IOException {
    write(file, text, StandardCharsets.UTF_8);
  }

  static void write(Path file, String text, Charset charset) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".replication-lab");
    // A new file for certain: we may be root, and whoever runs the servers may have put a link
    // there.
    Files.deleteIfExists(temporary);
    Files.writeString(temporary, text, charset, StandardOpenOption.CREATE_NEW);
    if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
