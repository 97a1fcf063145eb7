package replicationlab.policy;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of log shipping. The server gives them to a shell, so they are compared with the
 * manual's own forms word for word (manual, "Continuous Archiving"); only the folder is free, and
 * it must be in the workspace.
 */
final class ArchiveCommands {

  /** Beside or below the data directory, in which the server runs them. */
  private static final String FOLDER = "(?<folder>(?:\\.\\./)?[A-Za-z0-9_-][A-Za-z0-9_./-]*)";

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "archive_command",
          Pattern.compile(
              "(?:/bin/true)?|cp (?:-p )?\"?%p\"? \"?"
                  + FOLDER
                  + "/%f\"?|test ! -f \"?(?<first>(?:\\.\\./)?[A-Za-z0-9_-][A-Za-z0-9_./-]*)/%f\"?"
                  + " && cp (?:-p )?\"?%p\"? \"?\\k<first>/%f\"?"),
          "restore_command",
          Pattern.compile("(?:cp (?:-p )?\"?" + FOLDER + "/%f\"? \"?%p\"?)?"),
          "archive_cleanup_command",
          Pattern.compile("(?:pg_archivecleanup \"?" + FOLDER + "\"? \"?%r\"?)?"));

  private ArchiveCommands() {}

  static boolean isOne(String setting) {
    return FORMS.containsKey(setting);
  }

  /**
   * @throws RefusedException for any other form
   */
  static void require(String setting, String value, Path data, WorkspacePaths paths) {
    Pattern form = FORMS.get(setting);
    Matcher matcher = form == null ? null : form.matcher(value);
    if (matcher == null || !matcher.matches()) {
      throw new RefusedException(
          "%s = '%s' would be run by a shell; a lesson may copy to and from a folder beside the data directory, as in: archive_command = 'cp %%p ../archive/%%f', restore_command = 'cp ../archive/%%f %%p'."
              .formatted(setting, value));
    }
    for (String group : new String[] {"folder", "first"}) {
      String folder = named(matcher, group);
      if (folder != null) {
        paths.written(data, folder);
      }
    }
  }

  private static @org.jspecify.annotations.Nullable String named(Matcher matcher, String group) {
    return matcher.namedGroups().containsKey(group) ? matcher.group(group) : null;
  }
}
