package replicationlab.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Copies stay inside, and none becomes a file that tells a server what to do, unless it was such a
 * file before: what a lesson writes into those has been looked at.
 */
record CopyRules(WorkspacePaths paths) {

  private static final Set<String> TOLD =
      Set.of("backup_label", "tablespace_map", "postmaster.pid", "postmaster.opts", "pg_control");

  /**
   * @param operands the sources and the target
   * @throws RefusedException if one of them is not allowed
   */
  void require(List<String> operands) {
    if (operands.isEmpty()) {
      return;
    }
    String target = operands.getLast();
    Path into = paths.written(target);
    for (String source : operands.subList(0, operands.size() - 1)) {
      Path from = paths.read(source);
      Path to =
          Files.isDirectory(into)
              ? paths.written(target.replaceFirst("/+$", "") + "/" + from.getFileName())
              : into;
      requireSameKind(WorkspacePaths.foldedName(from), WorkspacePaths.foldedName(to));
      new DataDirectoryFiles(paths).require(paths.workspace().resolve(from), to);
    }
  }

  private static void requireSameKind(String source, String target) {
    boolean told = target.endsWith(".conf") || target.endsWith(".signal") || TOLD.contains(target);
    if (told && !source.equals(target) && !source.equals(target + ".sample")) {
      throw new RefusedException(
          "'%s' may not become '%s', which tells a server what to do; a lesson copies such files under their own name and changes them in settings blocks."
              .formatted(source, target));
    }
  }
}
