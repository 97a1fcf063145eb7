package replicationlab.ui.present;

import javafx.scene.layout.Region;
import replicationlab.ui.deck.SlideView;

/** Shows a slide as wide and high as it is on the audience's screen, in the middle of its room. */
final class LetterBox extends Region {

  private final Region slide;

  LetterBox(Region slide) {
    this.slide = slide;
    getStyleClass().add("letter-box");
    slide.setManaged(false);
    getChildren().add(slide);
    setMinSize(0, 0);
  }

  @Override
  protected void layoutChildren() {
    double unit = Math.min(getWidth() / SlideView.WIDTH, getHeight() / SlideView.HEIGHT);
    double width = Math.floor(SlideView.WIDTH * unit);
    double height = Math.floor(SlideView.HEIGHT * unit);
    slide.resizeRelocate(
        snapPositionX((getWidth() - width) / 2),
        snapPositionY((getHeight() - height) / 2),
        width,
        height);
  }
}
