package replicationlab.postgres.install;

/** PostgreSQL refuses to run as root and no way round was found; the message says what to do. */
public final class CannotRunAsRootException extends RuntimeException {

  CannotRunAsRootException(String message) {
    super(message);
  }
}
