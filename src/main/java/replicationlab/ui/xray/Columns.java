package replicationlab.ui.xray;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Three columns whose widths are the same in every row of the board: name, primary, standby. Where
 * there is no room for three, the name has a line of its own above the two.
 */
final class Columns extends Region {

  private static final double NAME_SHARE = 0.28;

  // In sizes of the font.
  /** The longest name of a setting that is shown, with its picture, in one line. */
  private static final double NAME_AT_LEAST = 14.5;

  private static final double NAME_AT_MOST = 16.5;
  private static final double GAP = 0.7;
  private static final double ROOM_FOR_THREE = 36;

  private final Label name;
  private final Region primary;
  private final Region standby;

  Columns(Label name, Region primary, Region standby) {
    this.name = name;
    this.primary = primary;
    this.standby = standby;
    getChildren().addAll(name, primary, standby);
    getStyleClass().add("columns");
  }

  /** Where the columns begin and end in a row that is so wide. */
  private record Widths(double name, double each, double gap, boolean nameAbove) {}

  private Widths widths(double all) {
    double size = name.getFont().getSize();
    double room = Math.max(0, all - snappedLeftInset() - snappedRightInset());
    double gap = GAP * size;
    if (room < ROOM_FOR_THREE * size) {
      return new Widths(room, Math.max(0, Math.floor((room - gap) / 2)), gap, true);
    }
    double first =
        Math.clamp((room - 2 * gap) * NAME_SHARE, NAME_AT_LEAST * size, NAME_AT_MOST * size);
    return new Widths(first, Math.floor((room - 2 * gap - first) / 2), gap, false);
  }

  private double nameHeight(Widths widths) {
    // An empty one, over the clusters' names, needs no line.
    return name.getText().isEmpty() ? 0 : name.prefHeight(widths.name());
  }

  @Override
  protected double computePrefHeight(double width) {
    Widths widths = widths(width < 0 ? getWidth() : width);
    double cells = Math.max(primary.prefHeight(widths.each()), standby.prefHeight(widths.each()));
    double first = nameHeight(widths);
    return snappedTopInset()
        + (widths.nameAbove() ? first + cells : Math.max(first, cells))
        + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    Widths widths = widths(getWidth());
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double first = nameHeight(widths);
    name.resizeRelocate(left, top, snapSizeX(widths.name()), first);
    double x = widths.nameAbove() ? left : left + widths.name() + widths.gap();
    double y = widths.nameAbove() ? top + first : top;
    double each = snapSizeX(widths.each());
    primary.resizeRelocate(snapPositionX(x), y, each, primary.prefHeight(each));
    standby.resizeRelocate(
        snapPositionX(x + each + widths.gap()), y, each, standby.prefHeight(each));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
