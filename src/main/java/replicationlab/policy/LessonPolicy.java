package replicationlab.policy;

import java.nio.file.Path;
import java.util.Set;
import replicationlab.lab.Action;

/**
 * What a lesson may do, decided before it does it. One for each workspace: it knows the folder and
 * the lab's two ports.
 */
public final class LessonPolicy {

  private static final String SAVED = "(.*/)?(backup_label|[A-Za-z0-9_-]+\\.txt)";

  private final WorkspacePaths paths;
  private final SettingRules settings;
  private final StatementRules statements;
  private final CommandRules commands;

  /**
   * @param paths the workspace
   * @param ports the ports of the lab's two servers; all others are somebody else's
   */
  public LessonPolicy(WorkspacePaths paths, Set<Integer> ports) {
    this.paths = paths;
    ConninfoRules conninfo = new ConninfoRules(paths, Set.copyOf(ports));
    this.settings = new SettingRules(paths, conninfo);
    this.statements = new StatementRules(paths, settings, conninfo);
    this.commands = new CommandRules(paths, settings, conninfo, statements);
  }

  /** Whether it is one of the file commands, and so none of PostgreSQL's programs. */
  public static boolean isFileCommand(String program) {
    return CommandRules.FILE_COMMANDS.contains(program);
  }

  /**
   * Looks at an action.
   *
   * @param text the action's text with this lab's own ports and folders
   * @throws RefusedException if a lesson may not do it
   */
  public void require(Action action, String text) {
    switch (action) {
      case Action.Command _ -> commands.require(CommandWords.parse(text));
      case Action.Statement statement -> statement(statement, text);
      case Action.Settings edit -> settings.requireLines(text, folder(edit.file(), ".conf"));
      case Action.HbaLines edit -> {
        folder(edit.file(), "hba.conf");
        HbaRules.require(text);
      }
      case Action.Replacement edit -> replacement(edit, text);
      case Action.Permissions mode -> permissions(mode, text);
    }
  }

  private void replacement(Action.Replacement edit, String text) {
    if (edit.file().endsWith("hba.conf")) {
      folder(edit.file(), "hba.conf");
      HbaRules.require(text);
    } else {
      settings.requireLines(text, folder(edit.file(), ".conf"));
    }
  }

  /** The owner keeps every right, and nobody else gets one to write. */
  private void permissions(Action.Permissions mode, String text) {
    paths.written(mode.file());
    if (!text.strip().matches("[67][0145][0145]")) {
      throw new RefusedException(
          "'%s' is no mode that a lesson may set; it is such as 700, 755 or 600."
              .formatted(text.strip()));
    }
  }

  private void statement(Action.Statement statement, String text) {
    statements.require(text);
    String file = statement.saveTo();
    if (!file.isEmpty()) {
      paths.written(file);
      if (!file.matches(SAVED)) {
        throw new RefusedException(
            "save=%s is not allowed; a lesson saves an answer as backup_label or as a file that ends in .txt."
                .formatted(file));
      }
    }
  }

  private Path folder(String file, String ending) {
    Path path = paths.written(file);
    if (!file.endsWith(ending)) {
      throw new RefusedException(
          "file=%s is not allowed; a lesson changes files that end in %s.".formatted(file, ending));
    }
    return path.resolveSibling("");
  }
}
