package replicationlab.ui.kit;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What JavaFX writes to the log. */
public final class JavaFxLog {

  // Held here, because a logger that nobody holds forgets its level.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private JavaFxLog() {}

  /**
   * Keeps its warnings out, to be called before it starts: it warns of running from the class path,
   * which is how this program is meant to run.
   */
  public static void errorsOnly() {
    JAVAFX.setLevel(Level.SEVERE);
  }
}
