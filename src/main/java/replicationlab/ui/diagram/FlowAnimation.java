package replicationlab.ui.diagram;

import java.util.function.DoubleConsumer;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** The one clock behind all moving dots of a diagram: a phase from 0 to 1, again and again. */
final class FlowAnimation {

  private static final Duration PERIOD = Duration.millis(1400);

  private final DoubleProperty phase = new SimpleDoubleProperty();
  private final Timeline timeline =
      new Timeline(
          new KeyFrame(Duration.ZERO, new KeyValue(phase, 0)),
          new KeyFrame(PERIOD, new KeyValue(phase, 1, Interpolator.LINEAR)));

  FlowAnimation(DoubleConsumer advance) {
    timeline.setCycleCount(Animation.INDEFINITE);
    phase.subscribe(now -> advance.accept(now.doubleValue()));
  }

  void run(boolean wanted) {
    if (wanted) {
      timeline.play();
    } else {
      timeline.pause();
    }
  }

  boolean isRunning() {
    return timeline.getStatus() == Animation.Status.RUNNING;
  }
}
