package replicationlab.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Makes a folder what another is, and writes no more for it than differs: most files of a data
 * directory stay as they are while a server runs for some seconds.
 */
final class Restored {

  private final Path model;
  private final Path copy;

  private Restored(Path model, Path copy) {
    this.model = model;
    this.copy = copy;
  }

  /** Files of the same size and time are taken for the same; no server may run on either. */
  static void from(Path model, Path copy) throws IOException {
    Restored restored = new Restored(model, copy);
    Files.walkFileTree(copy, restored.new Surplus());
    Files.walkFileTree(model, restored.new Missing());
  }

  /** What the model does not have. */
  private final class Surplus extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!isFileOf(model.resolve(copy.relativize(file)))) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (!Files.isDirectory(model.resolve(copy.relativize(folder)), LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isFileOf(Path path) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** What differs from the model. */
  private final class Missing extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Path mine = copy.resolve(model.relativize(folder));
      // Only makes the folder, or gives one that is there its owner and mode back.
      if (!Files.isDirectory(mine, LinkOption.NOFOLLOW_LINKS)) {
        Files.copy(folder, mine, StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.setPosixFilePermissions(mine, Files.getPosixFilePermissions(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path mine = copy.resolve(model.relativize(file));
      if (!isSame(mine, attributes)) {
        Files.copy(
            file,
            mine,
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING,
            LinkOption.NOFOLLOW_LINKS);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isSame(Path mine, BasicFileAttributes model) throws IOException {
      if (!Files.exists(mine, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      BasicFileAttributes now =
          Files.readAttributes(mine, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.isRegularFile() == model.isRegularFile()
          && now.size() == model.size()
          && now.lastModifiedTime().equals(model.lastModifiedTime());
    }
  }
}
