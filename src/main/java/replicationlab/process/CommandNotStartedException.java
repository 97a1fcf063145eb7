package replicationlab.process;

/** A program that could not even be started; the message says which, why, and what to do. */
public final class CommandNotStartedException extends RuntimeException {

  CommandNotStartedException(String message, Throwable cause) {
    super(message, cause);
  }
}
