package replicationlab.progress;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.files.OwnerOnly;

/**
 * The folder in which a lab keeps everything it makes. It carries a marker, and nothing is ever
 * deleted in a folder that does not.
 */
public final class Workspace {

  /** The file that makes a folder ours. */
  public static final String MARKER = ".replication-lab-workspace";

  /** The file that the program at work holds locked. */
  static final String LOCK = ".lock";

  /** There from the beginning of a reset to its end. */
  private static final String RESETTING = ".reset-under-way";

  /** What the lab makes and Reset takes away; everything else in the folder is the person's own. */
  private static final List<String> OURS =
      List.of(
          "data",
          "data2",
          "logs",
          "sockets",
          "kept",
          "checkpoints",
          "going-back",
          ".terminal",
          Drafts.FOLDER,
          "progress.json",
          "progress.json.before",
          "other-labs",
          "opened.json");

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a workspace; a folder that is missing or empty becomes one.
   *
   * @throws WorkspaceException if the folder holds something else, or cannot be written
   */
  public static Workspace open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      if (!Files.exists(absolute.resolve(MARKER))) {
        claim(absolute);
      }
      Workspace workspace = new Workspace(absolute.toRealPath());
      if (!Files.isWritable(workspace.folder)) {
        throw new WorkspaceException(
            "The workspace "
                + absolute
                + " cannot be written; choose another folder or mend its permissions.");
      }
      workspace.makeFolders();
      return workspace;
    } catch (IOException e) {
      throw new WorkspaceException(
          "The workspace "
              + absolute
              + " cannot be made or read ("
              + e
              + "); choose a folder that you may write.",
          e);
    }
  }

  /**
   * Opens a folder only if it is already a workspace.
   *
   * @throws WorkspaceException if it is not
   */
  public static Workspace existing(Path folder) {
    if (!isOne(folder)) {
      throw new WorkspaceException(
          folder
              + " is not a workspace of the lab (it has no "
              + MARKER
              + "); name the folder in which the lab was done.");
    }
    return open(folder);
  }

  /** Whether a folder is there and is a workspace. */
  public static boolean isOne(Path folder) {
    return Files.exists(folder.resolve(MARKER));
  }

  private static void claim(Path folder) throws IOException {
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new WorkspaceException(
          "The folder "
              + folder
              + " already holds something that is not the lab's; choose an empty or a new folder.");
    }
    if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
      throw new WorkspaceException(
          "The folder "
              + folder
              + " is a link to "
              + Files.readSymbolicLink(folder)
              + ", which is not there; bring that back (a disk that is not mounted?), or choose"
              + " another folder.");
    }
    Files.createDirectories(folder);
    OwnerOnly.restrict(folder);
    Files.writeString(
        folder.resolve(MARKER),
        "This folder belongs to Replication Lab, which may delete what it made in it.\n");
    OwnerOnly.restrict(folder.resolve(MARKER));
  }

  private void makeFolders() throws IOException {
    for (Path each : List.of(logs(), sockets())) {
      Files.createDirectories(each);
      OwnerOnly.restrict(each);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /** The folder itself, links resolved. */
  public Path folder() {
    return folder;
  }

  /** The primary's data directory. */
  public Path primaryData() {
    return folder.resolve("data");
  }

  /** The standby's data directory. */
  public Path standbyData() {
    return folder.resolve("data2");
  }

  /** Where the servers write their logs. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** Where the servers put their Unix sockets. */
  public Path sockets() {
    return folder.resolve("sockets");
  }

  /** Where the checkpoints of the lab are kept. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Where the files of a checkpoint are unpacked, and those from before lie until all is done. */
  public Path goingBack() {
    return folder.resolve("going-back");
  }

  /** Where the lab puts what is in its way. */
  public Path kept() {
    return folder.resolve("kept");
  }

  /** Who has opened the workspace, from where, and what was under way. */
  public Path openedFile() {
    return folder.resolve("opened.json");
  }

  /** Where the terminal keeps its shell's files. */
  public Path terminal() {
    return folder.resolve(".terminal");
  }

  /** Where progress is remembered. */
  public Path progressFile() {
    return folder.resolve("progress.json");
  }

  /** What progress was before it was saved last. */
  public Path progressBefore() {
    return folder.resolve("progress.json.before");
  }

  /** Where the progress of labs is kept while another is done here. */
  public Path otherLabs() {
    return folder.resolve("other-labs");
  }

  /** Where it is written down what was done; a reset leaves it. */
  public Path journalFile() {
    return folder.resolve("journal.jsonl");
  }

  /** What {@link #reset} would delete now. */
  public List<Path> whatResetDeletes() {
    return OURS.stream()
        .map(folder::resolve)
        .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /**
   * Deletes what the lab made. Links are deleted, never followed. The servers must have been
   * stopped before.
   *
   * @throws WorkspaceException if something cannot be deleted, or the marker is gone
   */
  public void reset() {
    requireMarker();
    Path resetting = folder.resolve(RESETTING);
    try {
      markReset(resetting);
      for (Path path : whatResetDeletes()) {
        deleteTree(path);
      }
      makeFolders();
      Files.deleteIfExists(resetting);
    } catch (IOException e) {
      // It is told now, and whoever goes on here all the same must not be reset by the next start.
      boolean _ = resetting.toFile().delete();
      throw new WorkspaceException(
          "The workspace " + folder + " could not be reset completely: " + e, e);
    }
  }

  /** A reset is what makes room on a full disk: it goes on where there is none for its mark. */
  private static void markReset(Path resetting) {
    try {
      Files.writeString(resetting, "A reset is under way; the next start finishes it.\n");
      OwnerOnly.restrict(resetting);
    } catch (IOException noRoom) {
      System.getLogger(Workspace.class.getName())
          .log(System.Logger.Level.DEBUG, "no mark of the reset", noRoom);
    }
  }

  /** When a {@link #reset} was begun that never came to its end; empty if there is none. */
  public Optional<FileTime> halfReset() throws IOException {
    Path resetting = folder.resolve(RESETTING);
    return Files.exists(resetting)
        ? Optional.of(Files.getLastModifiedTime(resetting))
        : Optional.empty();
  }

  /**
   * Resets, and gives the folder itself back if nothing of the person's own is in it.
   *
   * @throws WorkspaceException as {@link #reset}
   */
  public void dispose() {
    reset();
    try {
      for (Path path : whatResetDeletes()) {
        deleteTree(path);
      }
      Files.deleteIfExists(journalFile());
      Files.deleteIfExists(folder.resolve(LOCK));
      Files.deleteIfExists(folder.resolve(MARKER));
      if (isEmpty(folder)) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new WorkspaceException("The workspace " + folder + " could not be removed: " + e, e);
    }
  }

  /**
   * Deletes a file or a folder inside the workspace. Links are deleted, never followed.
   *
   * @throws WorkspaceException if the path leads out of the workspace, or the marker is gone
   * @throws IOException if something cannot be deleted
   */
  public void delete(Path path) throws IOException {
    requireMarker();
    requireInside(path);
    deleteTree(path);
  }

  /**
   * Moves something of ours out of the way instead of deleting it, to {@code kept/}.
   *
   * @return where it is now
   */
  public Path setAside(Path path) {
    requireMarker();
    requireInside(path);
    try {
      Path kept = Files.createDirectories(kept());
      OwnerOnly.restrict(kept);
      int number = 1;
      Path target = kept.resolve(path.getFileName() + "-" + number);
      while (Files.exists(target)) {
        number++;
        target = kept.resolve(path.getFileName() + "-" + number);
      }
      return Files.move(path, target);
    } catch (IOException e) {
      throw new WorkspaceException(path + " could not be moved out of the way: " + e, e);
    }
  }

  private void requireInside(Path path) {
    Path real = path.toAbsolutePath().normalize();
    if (!real.startsWith(folder) || real.equals(folder)) {
      throw new WorkspaceException(
          path + " is not inside the workspace " + folder + "; nothing was touched.");
    }
  }

  private void requireMarker() {
    if (!Files.exists(folder.resolve(MARKER))) {
      throw new WorkspaceException(
          folder + " no longer carries the lab's marker; nothing was touched.");
    }
  }

  private static void deleteTree(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
