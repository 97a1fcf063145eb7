package replicationlab.ui.deck;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import replicationlab.deck.Block;
import replicationlab.ui.kit.Stepped;

/** Stands for a diagram of two steps. */
final class PictureStub extends StackPane implements Stepped {

  static final int STEPS = 2;
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();

  PictureStub(Block.Picture picture) {
    getChildren().add(new Label(picture.target()));
    setStyle("-fx-background-color: -color-neutral-muted;");
    setMinSize(0, 0);
    getStyleClass().add("picture-stub");
  }

  @Override
  public int steps() {
    return STEPS;
  }

  @Override
  public void showStep(int wanted) {
    step.set(Math.clamp(wanted, 0, STEPS));
  }

  @Override
  public ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }
}
