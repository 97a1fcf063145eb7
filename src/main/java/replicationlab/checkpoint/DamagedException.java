package replicationlab.checkpoint;

import java.io.IOException;

/** Something of a checkpoint is missing or is not what it was. */
final class DamagedException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
