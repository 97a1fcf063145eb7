package replicationlab.ui.deck;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows a node as big as a unit says and smaller if it would not fit: text stays text, so it is
 * crisp at any size. The node is measured again only when the space changes.
 */
final class FitPane extends Region {

  /** Each round comes nearer; the last remainder is taken off without measuring again. */
  private static final int ROUNDS = 6;

  /** Text gets this much smaller before a line of code is broken. */
  private static final double SMALLEST_FOR_CODE = 0.7;

  private final Region content;
  private final DoubleSupplier leastWidth;
  private final Scale scale = new Scale(1, 1);
  private double unit = 1;

  FitPane(Region content) {
    this(content, () -> 0);
  }

  /**
   * @param leastWidth the node's own width below which its lines would break where they should not
   */
  FitPane(Region content, DoubleSupplier leastWidth) {
    this.content = content;
    this.leastWidth = leastWidth;
    content.getTransforms().add(scale);
    content.setManaged(false);
    getChildren().add(content);
  }

  /** How many pixels one pixel of the node should be. */
  void setUnit(double pixels) {
    if (pixels > 0 && pixels != unit) {
      unit = pixels;
      requestLayout();
    }
  }

  /** The height that the node would like at this width, in pixels of this pane. */
  double heightAt(double width) {
    double factor = factorAt(width);
    return Math.ceil(content.prefHeight(width / factor) * factor);
  }

  private double factorAt(double width) {
    double factor = width / Math.max(1, leastWidth.getAsDouble());
    return Math.min(unit, Math.max(factor, unit * SMALLEST_FOR_CODE));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return heightAt(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    double factor = factorAt(width);
    double needed = content.prefHeight(width / factor);
    for (int round = 0; round < ROUNDS && needed * factor > height + 1; round++) {
      // Smaller text also breaks into fewer lines: the square root does not overshoot.
      factor *= Math.sqrt(height / (needed * factor));
      needed = content.prefHeight(width / factor);
    }
    factor = Math.min(factor, height / Math.max(1, needed));
    scale.setX(factor);
    scale.setY(factor);
    content.resizeRelocate(0, 0, width / factor, Math.max(needed, height / factor));
  }
}
