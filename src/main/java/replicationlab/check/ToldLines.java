package replicationlab.check;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import replicationlab.lab.Action;
import replicationlab.postgres.sql.PasswordMask;

/**
 * Actions for a person whose terminal is no shell as {@link TypedLines} needs it: PowerShell knows
 * neither sed nor test, and what its {@code >>} adds to a file is UTF-16, which no server reads.
 * Here what is no plain command is told in comments, to be done in an editor or in psql.
 */
final class ToldLines {

  private static final String ASIDE = "# Move data2 out of the way first, if it is there.";

  private ToldLines() {}

  static List<String> of(List<Action> actions, UnaryOperator<String> wording) {
    return actions.stream().flatMap(action -> told(action, wording)).map(PasswordMask::of).toList();
  }

  private static Stream<String> told(Action action, UnaryOperator<String> wording) {
    String text = wording.apply(action.text()).strip();
    return switch (action) {
      case Action.Command _ ->
          text.equals(TypedLines.COPY)
              ? Stream.of(ASIDE, inItsWords(text))
              : Stream.of(inItsWords(text));
      case Action.Statement statement ->
          Stream.of(
              "# In one psql session on the "
                  + statement.on().word()
                  + ": "
                  + text
                  + (statement.saveTo().isEmpty()
                      ? ""
                      : "   (its answer goes into " + statement.saveTo() + ")"));
      case Action.Settings settings -> into(settings.file(), text);
      case Action.HbaLines lines -> into(lines.file(), text);
      case Action.Replacement line ->
          Stream.of(
              "# In "
                  + line.file()
                  + ", instead of "
                  + line.old().strip()
                  + ": "
                  + text.replace("\n", "\n# and "));
      case Action.Permissions mode -> Stream.of("# Mode " + text + " for " + mode.file());
    };
  }

  /** To PowerShell, -p and -f may each be one of several options, and touch and A=B are nothing. */
  private static String inItsWords(String command) {
    return command
        .replaceFirst("^cp -p -R ", "Copy-Item -Recurse ")
        .replaceFirst("^cp (-p )?", "Copy-Item ")
        .replaceFirst("^rm -f ", "Remove-Item -Force -ErrorAction Ignore ")
        .replaceFirst("^rm ", "Remove-Item ")
        .replaceFirst("^touch ", "New-Item ")
        .replaceFirst("^PGDATA=(\\S+) pg_ctl ", "pg_ctl -D $1 ");
  }

  private static Stream<String> into(String file, String text) {
    return text.lines().map(line -> "# Into " + file + ": " + line);
  }
}
