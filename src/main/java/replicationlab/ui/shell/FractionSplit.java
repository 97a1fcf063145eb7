package replicationlab.ui.shell;

import java.util.function.BooleanSupplier;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/**
 * A split pane whose dividers stay at their fractions of whatever size it gets, until it is told
 * that somebody has drawn them. JavaFX's own moves them as soon as its size changes, and a window
 * gets its size, or comes back from the full screen, later than its parts.
 */
final class FractionSplit extends SplitPane {

  private final BooleanSupplier holds;
  private double[] fractions = {};
  private double width;
  private double height;

  FractionSplit(Orientation orientation, String id, BooleanSupplier holds) {
    this.holds = holds;
    setOrientation(orientation);
    setId(id);
  }

  /** Puts the dividers at fractions of the whole. */
  void place(double... newFractions) {
    fractions = newFractions.clone();
    setDividerPositions(fractions);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    boolean resized = width != getWidth() || height != getHeight();
    width = getWidth();
    height = getHeight();
    if (resized && holds.getAsBoolean()) {
      setDividerPositions(fractions);
      super.layoutChildren();
    }
  }
}
