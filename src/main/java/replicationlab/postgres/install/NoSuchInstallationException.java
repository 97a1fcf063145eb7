package replicationlab.postgres.install;

/** Nothing here is what was wished for; the message says what is. */
public final class NoSuchInstallationException extends RuntimeException {

  NoSuchInstallationException(String message) {
    super(message);
  }
}
