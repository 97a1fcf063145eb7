package replicationlab.deck;

/** Something in a file that its author should know; {@code line} counts from 1. */
public record Problem(int line, String message) {

  /** As compilers print it, so that editors can jump there. */
  public String at(String file) {
    return file + ":" + line + ": " + message;
  }
}
