package replicationlab.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A sentence, or something to choose from, with something to press after it; where the first would
 * get less room beside that than it needs, as in a narrow pane or with big text, that stands below.
 */
public final class BesideOrBelow extends Region {

  /** Of the height of what is pressed, which grows with the text. */
  private static final double GAP = 0.25;

  private final Region first;
  private final Region second;

  /**
   * Two that have the style classes {@code first} and {@code second} here: the style sheet's
   * minimal width of the first is what it needs; the second keeps the width that it wants.
   */
  public BesideOrBelow(Region first, Region second) {
    this.first = first;
    this.second = second;
    first.getStyleClass().add("first");
    second.getStyleClass().add("second");
    getStyleClass().add("beside-or-below");
    if (first instanceof Label label) {
      label.setWrapText(true);
    }
    getChildren().addAll(first, second);
  }

  private double gap() {
    return second.isManaged() ? snapSizeX(GAP * second.prefHeight(-1)) : 0;
  }

  private double inside(double width) {
    double all = width < 0 ? prefWidth(-1) : width;
    return Math.max(0, all - snappedLeftInset() - snappedRightInset());
  }

  private double secondWidth() {
    return second.isManaged() ? snapSizeX(second.prefWidth(-1)) : 0;
  }

  private double forSecond() {
    double width = secondWidth();
    return width == 0 ? 0 : width + gap();
  }

  private boolean isBelow(double inside) {
    double wanted = Math.min(first.prefWidth(-1), first.minWidth(-1));
    return secondWidth() > 0 && inside - forSecond() < wanted;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + first.prefWidth(-1) + forSecond() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inside = inside(width);
    double below = secondWidth() == 0 ? 0 : second.prefHeight(-1);
    double content =
        isBelow(inside)
            ? first.prefHeight(inside) + gap() + below
            : Math.max(first.prefHeight(inside - forSecond()), below);
    return snappedTopInset() + snapSizeY(content) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double inside = inside(getWidth());
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double height = getHeight() - top - snappedBottomInset();
    double wide = Math.min(secondWidth(), inside);
    double high = second.prefHeight(-1);
    if (isBelow(inside)) {
      double upper = snapSizeY(first.prefHeight(inside));
      first.resizeRelocate(left, top, inside, upper);
      second.resizeRelocate(left, snapPositionY(top + upper + gap()), wide, high);
    } else {
      first.resizeRelocate(left, top, inside - forSecond(), height);
      second.resizeRelocate(
          snapPositionX(left + inside - wide),
          snapPositionY(top + (height - high) / 2),
          wide,
          high);
    }
  }
}
