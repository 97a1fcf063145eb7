package replicationlab.policy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keeps the paths of a lesson inside the workspace, links resolved. */
public final class WorkspacePaths {

  /** What the program itself keeps at the top of a workspace, beside what begins with a dot. */
  private static final Set<String> THE_PROGRAMS_OWN =
      Set.of("kept", "checkpoints", "going-back", "evidence");

  /** Its files, of which it keeps more with ".before", ".new" or ".broken" behind the name. */
  private static final List<String> THE_PROGRAMS_FILES =
      List.of("progress.json", "opened.json", "journal.jsonl");

  private final Path workspace;
  private final Path readableToo;

  /**
   * @param workspace the workspace's folder, links resolved
   * @param readableToo a folder outside from which may be read: PostgreSQL's samples
   */
  public WorkspacePaths(Path workspace, Path readableToo) {
    this.workspace = workspace;
    this.readableToo = readableToo;
  }

  /** The workspace's folder. */
  Path workspace() {
    return workspace;
  }

  /**
   * The path of a file that a lesson writes, proven to be inside.
   *
   * @throws RefusedException if it is not, or is one of the program's own files
   */
  public Path written(String name) {
    return written(workspace, name);
  }

  /** The same for a path that counts from a folder of the workspace, as {@link #inside} has it. */
  Path written(Path base, String name) {
    Path path = inside(base, name);
    Path top = real(path, name).subpath(workspace.getNameCount(), workspace.getNameCount() + 1);
    if (isTheProgramsOwn(folded(top))) {
      throw new RefusedException(
          "'" + name + "' is one of the lab's own files; a lesson writes to others.");
    }
    return path;
  }

  private static boolean isTheProgramsOwn(String top) {
    return top.startsWith(".")
        || THE_PROGRAMS_OWN.contains(top)
        || THE_PROGRAMS_FILES.stream().anyMatch(top::startsWith);
  }

  /** A name as a file system compares it that knows no capitals, as those of macOS and Windows. */
  static String folded(Path name) {
    String folded = name.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return folded.replaceFirst("[. ]+$", "");
  }

  /** The last name of a path, {@linkplain #folded folded}. */
  static String foldedName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : folded(name);
  }

  /** The path of a file that a lesson reads: inside, or one of PostgreSQL's samples. */
  public Path read(String name) {
    String samples = readableToo + File.separator;
    if (name.startsWith(samples)) {
      requirePlain(name.substring(samples.length()));
      Path path = path(name);
      if (real(path, name).startsWith(real(readableToo, name))) {
        return path;
      }
    }
    return inside(workspace, name);
  }

  /**
   * The same for a path that counts from a folder of the workspace, as those in settings files do;
   * it may begin with "../", once: the file may come to stand in any folder of the workspace.
   */
  Path inside(Path base, String name) {
    // The workspace's own path is the person's choice, with whatever is in it.
    String own = workspace + File.separator;
    String rest = name.startsWith(own) ? name.substring(own.length()) : name;
    Path from = name.startsWith(own) ? workspace : real(base, name);
    requirePlain(rest);
    if (rest.startsWith("../") && !from.equals(workspace)) {
      from = from.resolveSibling("");
      rest = rest.substring("../".length());
    }
    Path path = path(rest);
    if (Arrays.asList(rest.split("[/\\\\]", -1)).contains("..")) {
      throw leadsOut(name);
    }
    Path resolved = from.resolve(path).normalize();
    Path real = real(resolved, name);
    if (!real.startsWith(workspace) || real.equals(workspace)) {
      throw leadsOut(name);
    }
    return resolved;
  }

  /** pg_ctl hands paths to a shell between double quotes, where these four mean something. */
  private static void requirePlain(String name) {
    boolean special = name.chars().anyMatch(c -> c < ' ' || "\"`$".indexOf(c) >= 0);
    boolean escaped = File.separatorChar == '/' && name.indexOf('\\') >= 0;
    if (name.isBlank() || special || escaped || name.startsWith("~")) {
      throw new RefusedException(
          "'" + name + "' is no plain path; a lesson names files relative to the workspace.");
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new RefusedException("'" + name + "' is no path on this system.");
    }
  }

  private RefusedException leadsOut(String name) {
    return new RefusedException(
        "'" + name + "' leads out of the workspace " + workspace + "; a lesson may not go there.");
  }

  /** Where a path that is inside really is, counted from the workspace. */
  Path fromWorkspace(Path path) {
    return workspace.relativize(real(path, path.toString()));
  }

  /** Links resolved as far as the path exists; a link that leads nowhere yet leads out. */
  private Path real(Path path, String name) {
    Path existing = path;
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return path;
    }
    try {
      return existing.toRealPath().resolve(existing.relativize(path)).normalize();
    } catch (IOException e) {
      throw leadsOut(name);
    }
  }
}
