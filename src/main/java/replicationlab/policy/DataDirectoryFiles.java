package replicationlab.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be copied into a data directory. A server believes the files of its tables, also those
 * of pg_proc, so they come along with a whole directory only.
 */
record DataDirectoryFiles(WorkspacePaths paths) {

  /** Folders that only the server and initdb fill, in a data directory or a tablespace. */
  private static final Pattern SERVERS_OWN =
      Pattern.compile(
          "base|global|pg_(wal|xlog|xact|clog|multixact|subtrans|tblspc|twophase|commit_ts"
              + "|dynshmem|logical|notify|replslot|serial|snapshots|stat|stat_tmp|[0-9].*)");

  /** WAL is checked by whoever replays it. */
  private static final Set<String> WAL = Set.of("pg_wal", "pg_xlog");

  /** Settings and signals, which are looked at, and what no server reads. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          ".*\\.(conf|signal)(\\..*)?|.*\\.(sample|old|orig|bak|done|txt|log)"
              + "|backup_label|tablespace_map|postmaster\\.(pid|opts)");

  /**
   * @throws RefusedException if the server would take the copy for a file of its own
   */
  void require(Path from, Path to) {
    Path place = paths.fromWorkspace(to);
    String name = WorkspacePaths.foldedName(place);
    boolean wal =
        Files.isDirectory(from)
            && WAL.contains(name)
            && name.equals(WorkspacePaths.foldedName(from))
            && !isServersOwn(place.resolveSibling(""));
    boolean file = Files.isRegularFile(from) && isInDataDirectory(place);
    if ((isServersOwn(place) && !wal) || (file && !HARMLESS.matcher(name).matches())) {
      throw new RefusedException(
          "'%s' is among a server's own files; a lesson copies whole data directories, and single files only if they are settings or signals."
              .formatted(place));
    }
  }

  private static boolean isServersOwn(Path place) {
    for (Path part : place) {
      if (SERVERS_OWN.matcher(WorkspacePaths.folded(part)).matches()) {
        return true;
      }
    }
    return false;
  }

  private boolean isInDataDirectory(Path place) {
    for (int parts = 1; parts < place.getNameCount(); parts++) {
      Path above = paths.workspace().resolve(place.subpath(0, parts));
      if (Files.exists(above.resolve("PG_VERSION"))) {
        return true;
      }
    }
    return false;
  }
}
