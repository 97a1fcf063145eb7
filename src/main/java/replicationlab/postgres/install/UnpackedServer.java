package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import replicationlab.process.Cancellation;

/**
 * The folder in the cache that one bundled jar is unpacked into. Any number of programs may ask for
 * it at once: one unpacks, the others wait.
 */
final class UnpackedServer {

  /** Says how much was unpacked; written last. */
  private static final String MARKER = ".complete";

  /** A {@link FileLock} keeps other processes out, but not another thread of this one. */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path jar;
  private final Path folder;

  UnpackedServer(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /** Unpacks it unless it is there, whole. */
  void ensure(String name, Consumer<String> progress, Cancellation cancellation) {
    Path cache = folder.resolveSibling("");
    THIS_PROCESS.lock();
    try {
      Files.createDirectories(cache.resolveSibling(""));
      OpenFolder.make(cache);
      try (FileChannel channel =
              FileChannel.open(
                  sibling(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !isWhole()) {
          progress.accept("Unpacking " + name + ", which is done once");
          unpack(cancellation);
          progress.accept(name + " is unpacked");
        }
      }
    } catch (IOException e) {
      throw new UnpackFailedException(
          "%s could not be unpacked into %s: %s. Make sure that this folder can be written to and has 100 MB left."
              .formatted(name, cache, reason(e)),
          e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  /** Deletes it, whether it is whole or not. */
  void remove() throws IOException {
    delete(folder);
    delete(sibling(".unfinished"));
    Files.deleteIfExists(sibling(".lock"));
  }

  private void unpack(Cancellation cancellation) throws IOException {
    Path unfinished = sibling(".unfinished");
    delete(unfinished);
    try {
      OpenFolder.make(unfinished);
      new ServerArchive(jar).unpackInto(unfinished, cancellation);
      Files.writeString(unfinished.resolve(MARKER), content(unfinished));
      delete(folder);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(unfinished);
    }
  }

  /** Also notices files that a tidy-up of old cache files, or a crash, has taken. */
  private boolean isWhole() throws IOException {
    try {
      return Files.readString(folder.resolve(MARKER)).equals(content(folder));
    } catch (NoSuchFileException never) {
      return false;
    }
  }

  /** Asks the disk once for each file: it is done at each start, and there are a thousand. */
  private static String content(Path folder) throws IOException {
    var seen =
        new SimpleFileVisitor<Path>() {
          private long files;
          private long bytes;

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
              files++;
            } else if (attributes.isRegularFile() && !path.endsWith(MARKER)) {
              files++;
              bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(folder, seen);
    return seen.files + " files, " + seen.bytes + " bytes\n";
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : inside(folder)) {
        Files.delete(path);
      }
    }
  }

  /** Everything in it and itself, each folder after what it holds. */
  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private Path sibling(String suffix) {
    return folder.resolveSibling(folder.getFileName() + suffix);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
