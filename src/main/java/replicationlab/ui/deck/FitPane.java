package replicationlab.ui.deck;

import java.util.function.DoubleSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * Shows a node as big as a unit says and smaller if it would not fit, down to a floor; what does
 * not fit even then is scrolled. Text stays text, so it is crisp at any size. The node is measured
 * again only when the space changes.
 */
final class FitPane extends Region {

  /** Each round comes nearer; the last remainder is taken off without measuring again. */
  private static final int ROUNDS = 6;

  /** Text gets this much smaller before a line of code is broken. */
  private static final double SMALLEST_FOR_CODE = 0.7;

  private static final double BAR = 12;

  private final Region content;
  private final DoubleSupplier leastWidth;
  private final Scale scale = new Scale(1, 1);
  private final Rectangle window = new Rectangle();
  private final ScrollBar bar = new ScrollBar();
  private final DoubleProperty scroll = new SimpleDoubleProperty();
  private double floor;
  private double unit = 1;
  private double shrunk = 1;
  private double beyond;

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
    bar.setOrientation(Orientation.VERTICAL);
    bar.setMax(1);
    bar.setManaged(false);
    bar.setVisible(false);
    bar.setFocusTraversable(false);
    bar.valueProperty().bindBidirectional(scroll);
    scroll.subscribe((was, is) -> requestLayout());
    setOnScroll(this::turn);
    setClip(window);
    getChildren().addAll(content, bar);
  }

  /** The least part of its size to which the node is shrunk; 0 for no floor. */
  void setFloor(double part) {
    floor = part;
    requestLayout();
  }

  /** How many pixels one pixel of the node should be. */
  void setUnit(double pixels) {
    if (pixels > 0 && pixels != unit) {
      unit = pixels;
      requestLayout();
    }
  }

  /** Which part is seen of what does not fit: 0, its beginning, to 1, its end. */
  DoubleProperty scrollProperty() {
    return scroll;
  }

  /** To which part of its size the node was shrunk when it was laid out last; 1 when it fitted. */
  double shrunk() {
    return shrunk;
  }

  /** Whether there was more than fitted when it was laid out last. */
  boolean overflows() {
    return beyond > 0;
  }

  private void turn(ScrollEvent event) {
    if (overflows() && !event.isShortcutDown()) {
      scroll.set(Math.clamp(scroll.get() - event.getDeltaY() / beyond, 0, 1));
      event.consume();
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
    window.setWidth(width);
    window.setHeight(height);
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
    boolean tooSmall = factor < unit * floor;
    if (tooSmall) {
      factor = unit * floor;
      width -= BAR;
      needed = content.prefHeight(width / factor);
    }
    shrunk = factor / unit;
    beyond = tooSmall ? Math.max(0, needed * factor - height) : 0;
    bar.setVisible(overflows());
    bar.setVisibleAmount(height / Math.max(1, needed * factor));
    bar.resizeRelocate(width, 0, BAR, height);
    scale.setX(factor);
    scale.setY(factor);
    double top = -scroll.get() * beyond;
    content.resizeRelocate(0, top, width / factor, Math.max(needed, height / factor));
  }
}
