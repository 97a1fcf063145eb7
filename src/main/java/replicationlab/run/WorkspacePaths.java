package replicationlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import replicationlab.progress.Workspace;

/** Keeps a lesson's file commands inside the workspace, links resolved. */
final class WorkspacePaths {

  private static final Set<String> FILE_COMMANDS =
      Set.of("cp", "rm", "mkdir", "touch", "cat", "tail");

  private static final Set<String> READERS = Set.of("cat", "tail");

  private final Workspace workspace;
  private final Path readableToo;

  /**
   * @param readableToo a folder outside from which may be read: PostgreSQL's samples
   */
  WorkspacePaths(Workspace workspace, Path readableToo) {
    this.workspace = workspace;
    this.readableToo = readableToo;
  }

  static boolean isFileCommand(String program) {
    return FILE_COMMANDS.contains(program);
  }

  /**
   * @throws IllegalArgumentException if the command would read or write where a lesson has no
   *     business
   */
  void require(CommandWords words) {
    List<String> paths = words.arguments().stream().filter(word -> !word.startsWith("-")).toList();
    for (int i = 0; i < paths.size(); i++) {
      boolean source = words.program().equals("cp") && i < paths.size() - 1;
      boolean onlyRead = source || READERS.contains(words.program());
      requireInside(paths.get(i), onlyRead);
    }
  }

  /** The path of a file that a lesson names, proven to be inside. */
  Path requireInside(String name, boolean onlyRead) {
    Path path = workspace.folder().resolve(name).normalize();
    Path real = real(path);
    boolean inside = real.startsWith(workspace.folder()) && !real.equals(workspace.folder());
    if (inside || (onlyRead && real.startsWith(real(readableToo)))) {
      return path;
    }
    throw new IllegalArgumentException(
        "'"
            + name
            + "' leads out of the workspace "
            + workspace.folder()
            + "; a lesson may not go there");
  }

  /** Links resolved as far as the path exists. */
  private static Path real(Path path) {
    Path existing = path;
    while (existing != null && !existing.toFile().exists()) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return path;
    }
    try {
      return existing.toRealPath().resolve(existing.relativize(path));
    } catch (IOException e) {
      throw new IllegalArgumentException("'" + path + "' cannot be read: " + e, e);
    }
  }
}
