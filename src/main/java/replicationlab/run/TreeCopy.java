package replicationlab.run;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import replicationlab.process.Cancellation;

/**
 * Copies a file or a folder with all that is in it; inside a folder, links stay links.
 *
 * @param keep whether owner, permissions and times come along, as far as the system allows
 */
record TreeCopy(boolean keep, Cancellation cancellation) {

  /**
   * @throws CancellationException if cancelled; what was copied so far stays
   */
  void copy(Path source, Path target) throws IOException {
    if (target.toAbsolutePath().startsWith(source.toAbsolutePath())) {
      throw new IllegalArgumentException(source + " cannot be copied into itself");
    }
    if (!Files.isDirectory(source)) {
      copyFile(source, target);
      return;
    }
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path copied = target.resolve(source.relativize(folder));
            if (!Files.isDirectory(copied)) {
              Files.copy(folder, copied, options());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            copyFile(file, target.resolve(source.relativize(file)), LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            if (keep) {
              // What was copied into it has changed the time.
              Files.setLastModifiedTime(
                  target.resolve(source.relativize(folder)), Files.getLastModifiedTime(folder));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void copyFile(Path source, Path target, CopyOption... links) throws IOException {
    if (cancellation.isCancelled()) {
      throw new CancellationException("copying was cancelled");
    }
    Files.copy(source, target, options(links));
  }

  private CopyOption[] options(CopyOption... more) {
    List<CopyOption> options = new ArrayList<>(List.of(more));
    options.add(StandardCopyOption.REPLACE_EXISTING);
    if (keep) {
      options.add(StandardCopyOption.COPY_ATTRIBUTES);
    }
    return options.toArray(CopyOption[]::new);
  }
}
