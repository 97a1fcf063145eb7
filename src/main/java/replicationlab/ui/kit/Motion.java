package replicationlab.ui.kit;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Whether things may move by themselves: not when the system asks for less motion, nor when the
 * user does. For all windows of the program; on JavaFX's thread.
 */
public final class Motion {

  private static final BooleanProperty WANTED_LESS = new SimpleBooleanProperty();
  private static final ReadOnlyBooleanWrapper REDUCED = new ReadOnlyBooleanWrapper();

  static {
    REDUCED.bind(WANTED_LESS.or(Platform.getPreferences().reducedMotionProperty()));
  }

  private Motion() {}

  /** Makes everything stand still, or leaves it to the system. */
  public static void reduce(boolean always) {
    WANTED_LESS.set(always);
  }

  /** Whether steps change at once and nothing moves. It outlives every view: listen weakly. */
  public static ReadOnlyBooleanProperty reducedProperty() {
    return REDUCED.getReadOnlyProperty();
  }
}
