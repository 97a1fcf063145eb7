package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.List;

/** Finds what is wrong in the text of a settings file, before any server reads it. */
public final class ConfigProblems {

  private ConfigProblems() {}

  /**
   * The problems of a text by itself, by line.
   *
   * @param major the server's, 9 for 9.6
   * @param parameters what the server knows; if nothing, no name is called unknown
   */
  public static List<ConfigProblem> of(
      ConfigKind kind, String text, Parameters parameters, int major) {
    Path file = Path.of(kind.fileName());
    return of(kind, SettingsTree.ofText(file, text), file, text, parameters, major);
  }

  /**
   * The problems of a text that is to be a cluster's file, by line; what other files of the cluster
   * say counts as well.
   */
  public static List<ConfigProblem> of(
      ConfigKind kind, Path data, Path file, String text, Parameters parameters, int major) {
    SettingsTree all = SettingsTree.withText(data, file, text);
    boolean isRead = kind.holdsSettings() && all.files().contains(file);
    SettingsTree tree = isRead ? all : SettingsTree.ofText(file, text);
    return of(kind, tree, file, text, parameters, major);
  }

  private static List<ConfigProblem> of(
      ConfigKind kind,
      SettingsTree tree,
      Path file,
      String text,
      Parameters parameters,
      int major) {
    return switch (kind) {
      case HBA -> HbaProblems.of(text, major);
      case IDENT -> List.of();
      case POSTGRESQL, AUTO, RECOVERY ->
          new SettingsProblems(kind, parameters, major, new OverriddenLines(tree.lines(), file))
              .of(text.lines().toList());
    };
  }

  /** What curly quotes and long dashes are, and how to mend them. */
  static ConfigProblem notStraight(int number, String line) {
    return new ConfigProblem(
        number,
        ConfigProblem.Severity.ERROR,
        "This line has curly quotes or long dashes, as slides and word processors make them;"
            + " PostgreSQL reads only ' \" and -.",
        StraightText.of(line));
  }
}
