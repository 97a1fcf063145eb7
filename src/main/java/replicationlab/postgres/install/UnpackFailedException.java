package replicationlab.postgres.install;

/** A bundled server could not be unpacked; the message says why and what to do. */
public final class UnpackFailedException extends RuntimeException {

  UnpackFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
