package replicationlab.postgres.download;

import org.jspecify.annotations.Nullable;

/** A PostgreSQL could not be fetched, and nothing of it was kept; the message says why. */
public final class DownloadFailedException extends RuntimeException {

  DownloadFailedException(String message) {
    super(message);
  }

  DownloadFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
