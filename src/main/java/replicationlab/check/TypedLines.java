package replicationlab.check;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import replicationlab.lab.Action;

/** An action as a person would carry it out by hand: the command, or the file and its new lines. */
final class TypedLines {

  private static final String COPY = "cp -p -R data data2";

  /** The lab does so by itself; a shell would put the copy inside what is there. */
  private static final String ASIDE = "[ ! -e data2 ] || mv data2 data2-$(date +%H%M%S)";

  private TypedLines() {}

  static String of(Action action, UnaryOperator<String> wording) {
    String text = wording.apply(action.text()).strip();
    return switch (action) {
      case Action.Command _ -> text.startsWith(COPY) ? ASIDE + "\n" + text : text;
      case Action.Statement statement ->
          "in one psql session on the "
              + statement.on().word()
              + ": "
              + text
              + (statement.saveTo().isEmpty()
                  ? ""
                  : "   (its answer goes into " + statement.saveTo() + ")");
      case Action.Settings settings -> in(settings.file(), text);
      case Action.HbaLines lines -> in(lines.file(), text);
      case Action.Replacement line ->
          "in " + line.file() + ", instead of " + line.old().strip() + ": " + text;
      case Action.Permissions mode -> "chmod " + text + " " + mode.file();
    };
  }

  private static String in(String file, String text) {
    return text.lines().map(line -> "in " + file + ": " + line).collect(Collectors.joining("\n"));
  }
}
