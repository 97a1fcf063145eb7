package replicationlab.check;

import java.io.File;
import java.util.List;
import replicationlab.lab.Action;

/**
 * What heals a mistake: words for a person, and the actions that do it as written. Texts are in the
 * course's own ports, as a lesson has them; a lab's wording puts its own in their place.
 *
 * @param actions in order; empty where only the person can mend it
 */
public record Remedy(String words, List<Action> actions) {

  private static final String COMMENT = "# ";

  /** The terminal on Windows is PowerShell. */
  private static final boolean HAS_SHELL = !File.pathSeparator.equals(";");

  public Remedy {
    actions = List.copyOf(actions);
  }

  static Remedy of(String words) {
    return new Remedy(words, List.of());
  }

  /**
   * The words, and below them the lines as a person would type them: all of it can be pasted into a
   * shell, where there is one; the words are a comment there. Without lines, only the words.
   */
  String text(LabSystem system) {
    String said = system.wording().apply(words);
    return actions.isEmpty()
        ? said
        : COMMENT
            + said.replace("\n", " ")
            + "\n"
            + String.join(
                "\n",
                HAS_SHELL
                    ? TypedLines.of(actions, system)
                    : ToldLines.of(actions, system.wording()));
  }
}
