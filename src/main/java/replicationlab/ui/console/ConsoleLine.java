package replicationlab.ui.console;

import java.util.Locale;
import javafx.css.PseudoClass;

/** One line of a console. */
public record ConsoleLine(Kind kind, String text) {

  /** What a line is, which decides how it looks. */
  public enum Kind {
    /** What a person would have typed. */
    COMMAND,
    /** What a program wrote. */
    OUTPUT,
    /** What a program wrote as an error, or what a log calls one. */
    ERROR,
    /** A log's warning. */
    WARNING,
    /** What we say about it. */
    NOTE,
    /** How a command ended, as it should. */
    ENDED_WELL,
    /** How a command ended, otherwise. */
    ENDED_BADLY;

    private final String style = name().toLowerCase(Locale.ROOT).replace('_', '-');

    PseudoClass style() {
      return PseudoClass.getPseudoClass(style);
    }
  }

  /** As it is shown and copied: a command with the sign of a prompt. */
  public String shown() {
    return kind == Kind.COMMAND ? "$ " + text : text;
  }
}
