package replicationlab.process;

/** One line that a program wrote, without its line end. */
public record OutputLine(Stream stream, String text) {

  /** Where the program wrote it. */
  public enum Stream {
    OUT,
    ERR
  }
}
