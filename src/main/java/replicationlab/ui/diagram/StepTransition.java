package replicationlab.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/** The short way from one moment of a diagram to the next: all its parts move together. */
final class StepTransition {

  private static final Duration MIDDLE = Duration.millis(180);
  private static final Duration END = Duration.millis(450);
  private static final double SWELL = 1.07;

  private final Timeline timeline = new Timeline();
  private final List<KeyValue> middle = new ArrayList<>();
  private final List<KeyValue> end = new ArrayList<>();
  private final List<Runnable> results = new ArrayList<>();

  /** Fades a part to an opacity; at 0 it is no longer there. */
  void fade(Node part, double opacity) {
    if (opacity > 0 && !part.isVisible()) {
      part.setOpacity(0);
      part.setVisible(true);
    }
    end.add(new KeyValue(part.opacityProperty(), opacity, Interpolator.EASE_BOTH));
    results.add(() -> {
      part.setOpacity(opacity);
      part.setVisible(opacity > 0);
    });
  }

  /** Lets a part swell for a moment, so that its change is noticed. */
  void pulse(Node part) {
    middle.add(new KeyValue(part.scaleXProperty(), SWELL, Interpolator.EASE_OUT));
    middle.add(new KeyValue(part.scaleYProperty(), SWELL, Interpolator.EASE_OUT));
    end.add(new KeyValue(part.scaleXProperty(), 1, Interpolator.EASE_IN));
    end.add(new KeyValue(part.scaleYProperty(), 1, Interpolator.EASE_IN));
    results.add(() -> {
      part.setScaleX(1);
      part.setScaleY(1);
    });
  }

  void play() {
    timeline
        .getKeyFrames()
        .setAll(
            new KeyFrame(MIDDLE, middle.toArray(KeyValue[]::new)),
            new KeyFrame(END, event -> finish(), end.toArray(KeyValue[]::new)));
    timeline.play();
  }

  /** Goes to the end at once; harmless when already there. */
  void finish() {
    timeline.stop();
    results.forEach(Runnable::run);
    results.clear();
  }

  boolean isRunning() {
    return timeline.getStatus() == Timeline.Status.RUNNING;
  }
}
