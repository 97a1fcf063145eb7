package replicationlab.ui.deck;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import replicationlab.deck.Block;
import replicationlab.ui.kit.Stepped;

/** Stands for a diagram of two steps. */
final class PictureStub extends StackPane implements Stepped {

  private static final int STEPS = 2;
  private int step;

  PictureStub(Block.Picture picture) {
    getChildren().add(new Label(picture.target()));
    setStyle("-fx-background-color: -color-neutral-muted;");
    setMinSize(0, 0);
  }

  @Override
  public boolean forward() {
    return step < STEPS && ++step > 0;
  }

  @Override
  public boolean backward() {
    return step > 0 && --step >= 0;
  }
}
