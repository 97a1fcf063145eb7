package replicationlab.diagram;

/** Something in a diagram's file that its author should know; {@code line} counts from 1. */
public record DiagramProblem(int line, String message) {

  /** As compilers print it, so that editors can jump there. */
  public String at(String file) {
    return file + ":" + line + ": " + message;
  }
}
