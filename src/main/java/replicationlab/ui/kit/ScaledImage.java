package replicationlab.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** An image as big as its space and no bigger than it is, in the middle. */
public final class ScaledImage extends Region {

  private final Image image;
  private final ImageView view;

  /** Shows the image; one that is still loading finds its size when it is there. */
  public ScaledImage(Image image) {
    this.image = image;
    this.view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    getStyleClass().add("scaled-image");
    getChildren().add(view);
    image.progressProperty().subscribe(_ -> requestLayout());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return image.getWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    double shown = width < 0 ? image.getWidth() : Math.min(width, image.getWidth());
    return image.getWidth() == 0 ? 0 : shown * image.getHeight() / image.getWidth();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMaxWidth(double height) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren() {
    if (image.getWidth() == 0 || image.getHeight() == 0) {
      return;
    }
    double scale =
        Math.min(1, Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight()));
    double width = image.getWidth() * scale;
    double height = image.getHeight() * scale;
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
  }
}
