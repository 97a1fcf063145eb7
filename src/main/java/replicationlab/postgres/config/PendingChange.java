package replicationlab.postgres.config;

/**
 * Something that a settings file says and the running server does not do yet.
 *
 * @param name the parameter, or the file's name for one that is read as a whole
 * @param file where it stands, as the server names it; empty for a line that is gone
 * @param line from 1; 0 if there is none
 * @param from what the running server has
 * @param to what it will have
 */
public record PendingChange(
    String name, String file, int line, String from, String to, Needs needs) {

  /** What makes the server take it. */
  public enum Needs {
    RELOAD,
    RESTART
  }

  /** As a sentence. */
  public String words() {
    String change = from.isEmpty() && to.isEmpty() ? "" : ": " + shown(from) + " → " + shown(to);
    return name + change;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "''" : value;
  }
}
