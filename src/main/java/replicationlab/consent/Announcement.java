package replicationlab.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import replicationlab.lab.Action;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;

/**
 * Everything that a step would run or write, for a person to read before agreeing.
 *
 * @param step the step's title
 * @param lines what it would do, as it would be typed; a text of several lines is indented
 */
public record Announcement(String step, List<String> lines) {

  public Announcement {
    lines = List.copyOf(lines);
  }

  /**
   * Tells all of a lab on one major; steps that run nothing are left out.
   *
   * @param wording puts the lab's own ports and folders in the place of the course's
   */
  public static List<Announcement> of(Lab lab, int major, UnaryOperator<String> wording) {
    return lab.steps().stream()
        .filter(step -> !step.actionsFor(major).isEmpty())
        .map(step -> of(step, major, wording))
        .toList();
  }

  private static Announcement of(Step step, int major, UnaryOperator<String> wording) {
    List<String> lines = new ArrayList<>();
    for (Action action : step.actionsFor(major)) {
      String text = wording.apply(action.text());
      switch (action) {
        case Action.Command _ -> lines.add("$ " + visible(text));
        case Action.Statement statement -> {
          lines.add("SQL on the " + statement.on().word() + ":");
          indented(lines, text);
          if (!statement.saveTo().isEmpty()) {
            lines.add("    and writes the answer to " + visible(statement.saveTo()));
          }
        }
        case Action.Settings edit -> {
          lines.add("changes " + visible(edit.file()) + ":");
          indented(lines, text);
        }
        case Action.HbaLines edit -> {
          lines.add("adds to " + visible(edit.file()) + ":");
          indented(lines, text);
        }
        case Action.Replacement edit -> {
          lines.add("replaces in " + visible(edit.file()) + ":");
          indented(lines, wording.apply(edit.old()));
          lines.add("  by:");
          indented(lines, text);
        }
        case Action.Permissions mode ->
            lines.add("$ chmod " + visible(text) + " " + visible(mode.file()));
      }
    }
    return new Announcement(step.title(), lines);
  }

  private static void indented(List<String> lines, String text) {
    text.lines().forEach(line -> lines.add("    " + visible(line)));
  }

  /**
   * Shows what would otherwise hide: control characters, and those that turn the direction of
   * writing.
   */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          boolean hides = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
          if (hides) {
            shown.append("\\u{").append(Integer.toHexString(c)).append('}');
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }
}
