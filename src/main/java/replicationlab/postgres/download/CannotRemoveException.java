package replicationlab.postgres.download;

import org.jspecify.annotations.Nullable;

/** A PostgreSQL is not to be removed, or could not be; the message says why. */
public final class CannotRemoveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotRemoveException(String message) {
    super(message);
  }

  CannotRemoveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
