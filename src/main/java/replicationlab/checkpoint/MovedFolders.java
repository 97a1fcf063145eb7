package replicationlab.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.Workspace;

/**
 * The folders of a workspace that were moved out of the way: by the lab to {@code kept/}, by a
 * remedy that was pasted beside the one that they made way for. Links are neither such folders nor
 * followed.
 */
public final class MovedFolders {

  /** A pasted remedy names them by the time of day. */
  private static final Pattern BESIDE = Pattern.compile("data2-\\d{6}");

  private final Workspace workspace;

  public MovedFolders(Workspace workspace) {
    this.workspace = workspace;
  }

  /** All there are, the oldest first. Reads the names of all their files. */
  public List<MovedFolder> all() {
    List<MovedFolder> all = new ArrayList<>();
    Path folder = workspace.folder();
    add(folder, path -> BESIDE.matcher(String.valueOf(path.getFileName())).matches(), all);
    add(workspace.kept(), path -> true, all);
    all.sort(Comparator.comparing(MovedFolder::since).thenComparing(MovedFolder::name));
    return all;
  }

  private void add(Path place, Predicate<Path> wanted, List<MovedFolder> all) {
    if (!isFolder(place)) {
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(place)) {
      for (Path child : children) {
        if (wanted.test(child) && isFolder(child)) {
          all.add(describe(child));
        }
      }
    } catch (IOException e) {
      throw new CheckpointException("What lies in " + place + " cannot be listed: " + e, e);
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private MovedFolder describe(Path folder) throws IOException {
    String name = workspace.folder().relativize(folder).toString().replace('\\', '/');
    long changed = FileFacts.of(folder).changed();
    return new MovedFolder(name, size(folder), Instant.ofEpochSecond(0, changed), isServed(folder));
  }

  private static long size(Path folder) throws IOException {
    AtomicLong bytes = new AtomicLong();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException goneOrNotOurs) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes.get();
  }

  /**
   * A pid file that came along with a copy names a server that runs elsewhere: there the same
   * number stands in the pid file of the directory that it names.
   */
  private static boolean isServed(Path folder) {
    return !RunningPrograms.workingIn(folder).isEmpty()
        || PidFile.read(folder)
            .filter(PidFile::processLives)
            .filter(pid -> namedBy(pid).filter(named -> named.pid() == pid.pid()).isEmpty())
            .isPresent();
  }

  private static Optional<PidFile> namedBy(PidFile pid) {
    try {
      return PidFile.read(Path.of(pid.data()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Deletes one of them for good.
   *
   * @throws CheckpointException if there is none of that name, or a server runs in it; nothing is
   *     deleted then
   * @throws replicationlab.progress.WorkspaceException if the workspace has lost its marker
   */
  public void delete(String name) {
    MovedFolder folder =
        all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new CheckpointException("There is no folder " + name + " to be deleted any more."));
    if (folder.served()) {
      throw new CheckpointException(
          "A server runs in "
              + name
              + ", so it stays; stop it first (pg_ctl -D "
              + name
              + " stop).");
    }
    try {
      workspace.delete(workspace.folder().resolve(name));
    } catch (IOException e) {
      throw new CheckpointException(name + " could not be deleted completely: " + e, e);
    }
  }
}
