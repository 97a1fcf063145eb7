package replicationlab.ui.xray;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Three columns whose widths are the same in every row of the board: name, primary, standby. */
final class Columns extends HBox {

  private static final double NAME_SHARE = 0.28;
  private static final double NAME_AT_MOST = 230;
  private static final double GAP = 10;

  Columns(Region name, Region primary, Region standby) {
    super(GAP, name, primary, standby);
    setAlignment(Pos.TOP_LEFT);
    for (Region region : new Region[] {name, primary, standby}) {
      region.setMinWidth(0);
    }
    getStyleClass().add("columns");
  }

  @Override
  protected double computePrefHeight(double width) {
    double all = width < 0 ? getWidth() : width;
    double highest = 0;
    for (int i = 0; i < 3; i++) {
      Region child = (Region) getChildren().get(i);
      highest = Math.max(highest, child.prefHeight(share(all, i)));
    }
    return highest + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double x = snappedLeftInset();
    for (int i = 0; i < 3; i++) {
      Region child = (Region) getChildren().get(i);
      double width = share(getWidth(), i);
      child.resizeRelocate(
          snapPositionX(x), snappedTopInset(), snapSizeX(width), child.prefHeight(width));
      x += width + GAP;
    }
  }

  private double share(double all, int column) {
    double room = all - snappedLeftInset() - snappedRightInset() - 2 * GAP;
    double name = Math.clamp(room * NAME_SHARE, 0, NAME_AT_MOST);
    return Math.max(0, column == 0 ? name : Math.floor((room - name) / 2));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
