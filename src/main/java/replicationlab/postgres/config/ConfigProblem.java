package replicationlab.postgres.config;

import org.jspecify.annotations.Nullable;

/**
 * Something in a settings file that the server will not like, or that will not do what it seems to.
 *
 * @param line from 1
 * @param sentence cause and remedy, for people
 * @param fix what the line would be if it were mended; null if only the author can tell
 */
public record ConfigProblem(int line, Severity severity, String sentence, @Nullable String fix) {

  /** How bad it is. */
  public enum Severity {
    /** The server will not read the file, or not start. */
    ERROR,
    /** It will read it, but the line does not do what one may think. */
    WARNING
  }

  static ConfigProblem error(int line, String sentence) {
    return new ConfigProblem(line, Severity.ERROR, sentence, null);
  }

  static ConfigProblem warning(int line, String sentence) {
    return new ConfigProblem(line, Severity.WARNING, sentence, null);
  }
}
