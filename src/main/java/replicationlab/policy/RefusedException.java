package replicationlab.policy;

/**
 * A lesson asks for something that no lesson may do; the message says what, why, and what is
 * allowed instead.
 */
public final class RefusedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }
}
