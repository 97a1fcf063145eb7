package replicationlab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files are watched, by the names under which the system tells of them.
 *
 * @param told by where a file or folder really is: what it was called by those who asked
 */
record WatchedFiles(Map<Path, Path> told) {

  static final WatchedFiles NONE = new WatchedFiles(Map.of());

  static WatchedFiles of(Collection<Path> files) {
    Map<Path, Path> told = new HashMap<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      told.put(absolute, file);
      told.put(real(absolute), file);
    }
    return new WatchedFiles(told);
  }

  /** A link is saved where it leads to. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException notThere) {
      return file;
    }
  }

  /** The folders in which something is watched. */
  Set<Path> folders() {
    Set<Path> folders = new HashSet<>();
    for (Path path : told.keySet()) {
      folders.add(Files.isDirectory(path) ? path : folderOf(path));
      folders.add(folderOf(path));
    }
    return folders;
  }

  /** What those who asked call this file; nothing if they did not ask for it. */
  Set<Path> named(Path file) {
    @Nullable Path itself = told.get(file);
    if (itself != null) {
      return Set.of(itself);
    }
    @Nullable Path folder = told.get(folderOf(file));
    return folder == null || file.getFileName() == null
        ? Set.of()
        : Set.of(folder.resolve(file.getFileName()));
  }

  /** All that is watched in a folder. */
  Set<Path> in(Path folder) {
    Set<Path> all = new HashSet<>();
    told.forEach((path, name) -> {
      if (path.equals(folder) || folderOf(path).equals(folder)) {
        all.add(name);
      }
    });
    return all;
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }
}
