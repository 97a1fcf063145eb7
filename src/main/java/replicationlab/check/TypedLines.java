package replicationlab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import replicationlab.lab.Action;
import replicationlab.lab.Role;
import replicationlab.postgres.sql.PasswordMask;
import replicationlab.process.ShellWords;

/**
 * Actions as a person would type them in the lab's terminal: as a whole, they can be pasted into a
 * shell. What no line of a shell can do stands there as a comment.
 */
final class TypedLines {

  private static final String NEXT = " \\\n  ";
  static final String COPY = "cp -p -R data data2";
  private static final String COPY_OF_FILE = "cp -p data/";

  private static final String MOVE = "mv data2 data2-$(date +%H%M%S)";

  /** The lab does so by itself; a shell would put the copy inside what is there. */
  private static final String ASIDE = "[ ! -e data2 ] || " + MOVE;

  /**
   * Half a copy would look complete once it has its label. Without one nothing goes on: psql cannot
   * write the label and ends, and no server starts.
   */
  private static final String OR_ASIDE = " || " + MOVE;

  private final UnaryOperator<String> wording;
  private final TypedEdits edits;
  private final List<String> typed = new ArrayList<>();

  private TypedLines(LabSystem system) {
    this.wording = system.wording();
    this.edits = new TypedEdits(system.primary().data().resolveSibling(""));
  }

  static List<String> of(List<Action> actions, LabSystem system) {
    TypedLines lines = new TypedLines(system);
    int next = 0;
    while (next < actions.size()) {
      int end = lines.endOfSession(actions, next);
      if (end > next) {
        lines.session(actions.subList(next, end));
      } else {
        lines.type(actions.get(next));
        end = next + 1;
      }
      next = end;
    }
    return lines.typed;
  }

  /** Behind the statement that ends the session that begins here; the same place if none does. */
  private int endOfSession(List<Action> actions, int begin) {
    if (!(actions.get(begin) instanceof Action.Statement)) {
      return begin;
    }
    int end = begin;
    for (int i = begin; i < actions.size(); i++) {
      switch (actions.get(i)) {
        case Action.Statement _ -> end = i + 1;
        case Action.Command _ -> {
          // Done while the session is open, if another statement follows.
        }
        default -> {
          return end;
        }
      }
    }
    return end;
  }

  private void type(Action action) {
    String text = wording.apply(action.text()).strip();
    switch (action) {
      case Action.Command _ -> command(text);
      case Action.Settings settings -> typed.addAll(edits.added(settings.file(), text));
      case Action.HbaLines lines -> typed.addAll(edits.added(lines.file(), text));
      case Action.Replacement line ->
          typed.add(edits.replaced(line.file(), line.old(), wording.apply(line.text())));
      case Action.Permissions mode ->
          typed.add("chmod " + text + " " + ShellWords.fileName(mode.file()));
      case Action.Statement _ -> throw new IllegalArgumentException(text);
    }
  }

  private void command(String text) {
    if (!PasswordMask.of(text).equals(text)) {
      typed.add("# with the password in the place of the stars: " + PasswordMask.of(text));
      return;
    }
    typed.add(guarded(text));
  }

  /** Makes room for a copy, and lets half a copy make way. */
  private String guarded(String command) {
    if (command.equals(COPY)) {
      typed.add(ASIDE);
    }
    if (command.equals(COPY) || command.startsWith(COPY_OF_FILE)) {
      edits.copied();
    }
    return command.equals(COPY) ? command + OR_ASIDE : command;
  }

  /**
   * All that happens while a session is open is done by one psql, which keeps to one session. It
   * ends at the first statement that fails: a copy without its backup would be damaged unseen. Each
   * has a line of its own, short enough for a narrow terminal.
   */
  private void session(List<Action> actions) {
    Action.Statement first = (Action.Statement) actions.getFirst();
    List<String> options = new ArrayList<>();
    for (Action action : actions) {
      String text = wording.apply(action.text()).strip();
      if (action instanceof Action.Statement statement) {
        if (!statement.saveTo().isEmpty()) {
          options.add(option("\\o " + statement.saveTo()));
        }
        options.add(option(text));
      } else {
        options.add(option("\\! " + guarded(text)));
      }
    }
    String port = wording.apply(first.on() == Role.PRIMARY ? "5432" : "5433");
    typed.add(
        "psql -XAt -p "
            + port
            + " -v ON_ERROR_STOP=1"
            + options.stream().map(option -> NEXT + option).collect(Collectors.joining())
            + NEXT
            + "postgres");
  }

  private static String option(String command) {
    return "-c " + ShellWords.quoted(command);
  }
}
