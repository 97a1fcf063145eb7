package replicationlab.ui.shell;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * A split pane whose dividers stay at their fractions of whatever size it gets, until it is told
 * that somebody has drawn them. JavaFX's own moves them as soon as its size changes, and a window
 * gets its size, or comes back from the full screen, later than its parts. What a part's least size
 * pushes away, as with big text, comes back once there is room: it is nobody's wish.
 */
final class FractionSplit extends SplitPane {

  private static final double A_PIXEL = 1.5;

  private final BooleanSupplier holds;
  private final Runnable moved;

  /** Where the dividers are wanted. */
  private double[] fractions = {};

  private double[] pressedAt = {};
  private double[] needs = {};
  private double length;
  private double windowWidth;
  private double windowHeight;
  private boolean pushed;

  /**
   * @param moved called when the dividers are wanted elsewhere
   */
  FractionSplit(Orientation orientation, String id, BooleanSupplier holds, Runnable moved) {
    this.holds = holds;
    this.moved = moved;
    setOrientation(orientation);
    setId(id);
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressedAt = getDividerPositions());
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> released());
  }

  /** Puts the dividers at fractions of the whole. */
  void place(double... newFractions) {
    fractions = newFractions.clone();
    setDividerPositions(fractions);
  }

  /** Where a divider is wanted, as a fraction of the whole. */
  double fraction(int divider) {
    return fractions[divider];
  }

  /** Only the divider that was drawn is wanted elsewhere. */
  private void released() {
    double[] now = getDividerPositions();
    double[] wanted = fractions.clone();
    for (int i = 0; i < Math.min(now.length, pressedAt.length); i++) {
      if (now[i] != pressedAt[i]) {
        wanted[i] = now[i];
      }
    }
    want(wanted);
  }

  private void want(double... newFractions) {
    if (!Arrays.equals(fractions, newFractions)) {
      fractions = newFractions;
      moved.run();
    }
  }

  private boolean isFlat() {
    return getOrientation() == Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double newLength = isFlat() ? getWidth() : getHeight();
    double[] newNeeds =
        getItems().stream()
            .mapToDouble(item -> isFlat() ? item.minWidth(-1) : item.minHeight(-1))
            .toArray();
    boolean isResized = length != newLength;
    boolean hasOtherNeeds = !Arrays.equals(needs, newNeeds);
    boolean isWindows = isOfAnotherWindow();
    length = newLength;
    needs = newNeeds;
    if (isResized && isWindows && !pushed && !holds.getAsBoolean()) {
      want(getDividerPositions());
    } else if (isResized || hasOtherNeeds) {
      setDividerPositions(fractions);
      super.layoutChildren();
    }
    pushed = isElsewhere();
  }

  /** Whether the window has had another size: else big text, or a divider nearby, takes room. */
  private boolean isOfAnotherWindow() {
    Scene scene = getScene();
    double newWidth = scene == null ? 0 : scene.getWidth();
    double newHeight = scene == null ? 0 : scene.getHeight();
    boolean isOther = newWidth != windowWidth || newHeight != windowHeight;
    windowWidth = newWidth;
    windowHeight = newHeight;
    return isOther;
  }

  private boolean isElsewhere() {
    double[] now = getDividerPositions();
    for (int i = 0; i < Math.min(now.length, fractions.length); i++) {
      if (Math.abs(now[i] - fractions[i]) * length > A_PIXEL) {
        return true;
      }
    }
    return false;
  }
}
