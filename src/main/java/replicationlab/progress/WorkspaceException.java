package replicationlab.progress;

/** The workspace cannot be used; the message says why and what to do. */
public final class WorkspaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkspaceException(String message) {
    super(message);
  }

  public WorkspaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
